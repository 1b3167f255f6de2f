using System.Globalization;
using Kps.Registry.Addresses;
using Kps.Registry.Institutions;
using Kps.Registry.Journal;
using Kps.Registry.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kps.Registry.Registrar;

/// <content>Address ranges.</content>
public sealed partial class RegistryAdmin
{
    private static readonly UInt128 WidestIPv4 = 1 << 8;
    private static readonly UInt128 WidestIPv6 = UInt128.One << 64;

    /// <summary>
    /// Adds an address range (requirements D-08, D-09). Private, loopback, link-local and other special addresses, ranges wider than an IPv4 /24
    /// or an IPv6 /64, and overlap with another institution each need their consent said.
    /// </summary>
    /// <param name="kurumKodu">The institution; must be active.</param>
    /// <param name="text">Single address, from-to or network; see <see cref="AddressRange.TryParse"/>.</param>
    /// <param name="note">Why or where, at most 500 characters.</param>
    /// <param name="consents">What the operator has said explicitly.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The row; or Invalid, NotFound, WrongState, AlreadyExists, ConsentNeeded with all missing consents at once.</returns>
    public async Task<RegistryResult<IpRange>> AddRangeAsync(
        int kurumKodu, string text, string note, RangeConsents consents = RangeConsents.None, CancellationToken cancellationToken = default)
    {
        if (!AddressRange.TryParse(text, out var range, out var error))
        {
            return RegistryRefusal.Invalid([error]);
        }

        if (new FieldRules().Text("Açıklama", note, 500, isRequired: false).Refusal is { } invalid)
        {
            return invalid;
        }

        await using var transaction = await BeginAsync(cancellationToken);
        var context = transaction.Context;
        if (await FindInstitutionAsync(context, kurumKodu, cancellationToken) is not { } institution)
        {
            return RegistryRefusal.NoInstitution(kurumKodu);
        }

        if (institution.Durum != InstitutionDurum.Aktif)
        {
            return ClosedInstitution(institution);
        }

        var open = await OpenRangesAsync(context, cancellationToken);
        if (open.Any(other => other.Institution.Id == institution.Id && other.Range == range))
        {
            return new RegistryRefusal(RegistryRefusalKind.AlreadyExists, "Bu adres aralığı kurum için zaten tanımlı.");
        }

        var overlapping = open.FirstOrDefault(other => other.Institution.Id != institution.Id && other.Range.Overlaps(range)).Institution;
        if (RefuseUnusual(range, overlapping, consents) is { } refusal)
        {
            return refusal;
        }

        var row = new IpRange
        {
            InstitutionId = institution.Id,
            FirstAddress = range.First,
            LastAddress = range.Last,
            WrittenAs = text.Trim(),
            Note = note,
            CreatedAt = Now,
        };
        context.IpRanges.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(
            new RegistryChange(
                RegistryAct.RangeAdded,
                ChangeText.Join(ChangeText.Value("adres", range), ChangeText.Value("onay", consents)))
            {
                InstitutionId = institution.Id,
                Target = TargetOf("range", row.Id),
            },
            cancellationToken);
        return row;
    }

    /// <summary>Lists ranges by institution and address, closed ones included.</summary>
    /// <param name="kurumKodu">Only those of this institution; null = all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>All of them.</returns>
    public async Task<IReadOnlyList<RangeListing>> ListRangesAsync(int? kurumKodu = null, CancellationToken cancellationToken = default)
    {
        await using var context = await OpenAsync(cancellationToken);
        var rows =
            from range in context.IpRanges
            join institution in context.Institutions on range.InstitutionId equals institution.Id
            where kurumKodu == null || institution.KurumKodu == kurumKodu
            orderby institution.KurumKodu, range.FirstAddress, range.Id
            select new RangeListing(institution.KurumKodu, range);
        return await rows.AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>Closes a range: its addresses are refused unless another range holds them.</summary>
    /// <param name="rangeId">Key of the row, from the list.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The row as it is now, or NotFound, WrongState.</returns>
    public async Task<RegistryResult<IpRange>> DisableRangeAsync(int rangeId, CancellationToken cancellationToken = default)
    {
        await using var transaction = await BeginAsync(cancellationToken);
        var context = transaction.Context;
        DateTimeOffset? closedAt = Now;
        var changed = await context.IpRanges.Where(row => row.Id == rangeId && row.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClosedAt, closedAt), cancellationToken);
        var range = await context.IpRanges.AsNoTracking().SingleOrDefaultAsync(row => row.Id == rangeId, cancellationToken);
        if (range is null)
        {
            return new RegistryRefusal(
                RegistryRefusalKind.NotFound, string.Create(CultureInfo.InvariantCulture, $"{rangeId} numaralı adres aralığı kayıtlı değil."));
        }

        if (changed != 1)
        {
            return new RegistryRefusal(RegistryRefusalKind.WrongState, "Adres aralığı zaten kapalı.");
        }

        await transaction.CommitAsync(
            new RegistryChange(
                RegistryAct.RangeDisabled,
                ChangeText.Join(
                    ChangeText.Value("adres", $"{range.FirstAddress}-{range.LastAddress}"), ChangeText.Change("kapanis", null, range.ClosedAt)))
            {
                InstitutionId = range.InstitutionId,
                Target = TargetOf("range", range.Id),
            },
            cancellationToken);
        return range;
    }

    private static async Task<List<(Institution Institution, AddressRange Range)>> OpenRangesAsync(RegistryContext context, CancellationToken cancellationToken)
    {
        var rows = await (
            from range in context.IpRanges
            join institution in context.Institutions on range.InstitutionId equals institution.Id
            where range.ClosedAt == null
            orderby range.Id
            select new { institution, range.FirstAddress, range.LastAddress }).AsNoTracking().ToListAsync(cancellationToken);
        var open = new List<(Institution, AddressRange)>(rows.Count);
        foreach (var row in rows)
        {
            if (AddressRange.TryBetween(row.FirstAddress, row.LastAddress, out var range))
            {
                open.Add((row.institution, range));
            }
        }

        return open;
    }

    private static RegistryRefusal? RefuseUnusual(AddressRange range, Institution? overlapping, RangeConsents consents)
    {
        var missing = RangeConsents.None;
        var findings = new List<string>();
        if (SpecialAddresses.NameOfTouched(range) is { } special && !consents.HasFlag(RangeConsents.Private))
        {
            missing |= RangeConsents.Private;
            findings.Add($"{range} internette kuruma ait olamayacak adres içeriyor ({special}); bilerek tanımlanıyorsa ayrıca onaylayın.");
        }

        var width = range.LastNumber - range.FirstNumber;
        if (width >= (range.IsIPv6 ? WidestIPv6 : WidestIPv4) && !consents.HasFlag(RangeConsents.Wide))
        {
            missing |= RangeConsents.Wide;
            findings.Add($"{range} {(range.IsIPv6 ? "/64" : "/24")} ağından geniş; bilerek tanımlanıyorsa ayrıca onaylayın.");
        }

        if (overlapping is not null && !consents.HasFlag(RangeConsents.Overlap))
        {
            missing |= RangeConsents.Overlap;
            findings.Add(string.Create(
                CultureInfo.InvariantCulture, $"{range} başka bir kurumun ({overlapping.KurumKodu} {overlapping.Ad}) aralığıyla çakışıyor; bilerek tanımlanıyorsa ayrıca onaylayın."));
        }

        return missing == RangeConsents.None
            ? null
            : new RegistryRefusal(RegistryRefusalKind.ConsentNeeded, string.Join('\n', findings)) { MissingConsents = missing };
    }
}
