using Kps.Contracts;
using Kps.Contracts.Fields;
using Kps.Registry.Entitlements;
using Kps.Registry.Institutions;
using Kps.Registry.Journal;
using Kps.Registry.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kps.Registry.Registrar;

/// <content>What entitlements cover, down to the field.</content>
public sealed partial class RegistryAdmin
{
    private static readonly TimeZoneInfo Istanbul = TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul");

    /// <summary>Gives an institution a field, or a record with every ordinary field below it.</summary>
    /// <param name="kurumKodu">The institution; must be active and hold the operation, lapsed or not.</param>
    /// <param name="right">The field. A special one (Din) needs its own path and a ground of its own.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// The row; or Invalid, NotFound, AlreadyExists, or WrongState: among other things for a right with a last day to what would still be given after it.
    /// </returns>
    public Task<RegistryResult<FieldRight>> GrantFieldAsync(int kurumKodu, NewFieldRight right, CancellationToken cancellationToken = default) =>
        SetFieldAsync(kurumKodu, right, izin: true, cancellationToken);

    /// <summary>
    /// Withholds a field, or a record with everything below it. The operation need not be held yet: what must never be seen is withheld before the operation is given.
    /// </summary>
    /// <param name="kurumKodu">The institution; must be active.</param>
    /// <param name="right">The field.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The row; or Invalid, NotFound, WrongState, AlreadyExists, or ConsentNeeded where software in use breaks without the field.</returns>
    public Task<RegistryResult<FieldRight>> WithholdFieldAsync(int kurumKodu, NewFieldRight right, CancellationToken cancellationToken = default) =>
        SetFieldAsync(kurumKodu, right, izin: false, cancellationToken);

    /// <summary>Closes what is said of a field: from then on the path above it decides, or the scope of the right.</summary>
    /// <param name="kurumKodu">The institution.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="kind">Of its request or of its result.</param>
    /// <param name="path">The path of the row, exactly.</param>
    /// <param name="evenIfClientsBreak">See <see cref="NewFieldRight.EvenIfClientsBreak"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The closed row, or NotFound, ConsentNeeded.</returns>
    public async Task<RegistryResult<FieldRight>> RevokeFieldAsync(
        int kurumKodu, KpsOperation operation, FieldKind kind, string path, bool evenIfClientsBreak = false, CancellationToken cancellationToken = default)
    {
        await using var transaction = await BeginAsync(cancellationToken);
        var context = transaction.Context;
        if (await FindInstitutionAsync(context, kurumKodu, cancellationToken) is not { } institution)
        {
            return RegistryRefusal.NoInstitution(kurumKodu);
        }

        var open = await OpenFieldsAsync(context, institution.Id, operation, cancellationToken);
        if (open.Find(field => field.Kind == kind && field.Path == path) is not { } row)
        {
            return new RegistryRefusal(RegistryRefusalKind.NotFound, $"{institution.Ad} için {operation} sorgusunda {path} alanına ilişkin açık bir karar yok.");
        }

        var kapsam = await KapsamAsync(context, institution.Id, operation, cancellationToken);
        var (before, after) = (SetOf(kapsam, open), SetOf(kapsam, open.Where(field => field != row)));
        if (!evenIfClientsBreak && RefuseBreaking(operation, before, after) is { } refusal)
        {
            return refusal;
        }

        row.ClosedAt = Now;
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(
            ChangeOf(row, RegistryAct.FieldRevoked, ChangeText.Value("izin", Word(row.Izin)), ChangeText.Change("kapanis", null, row.ClosedAt)), cancellationToken);
        return row;
    }

    /// <summary>Lists what is said of an institution's fields by operation, kind and path, closed rows included.</summary>
    /// <param name="kurumKodu">The institution.</param>
    /// <param name="operation">Only this operation; null = all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rows; empty also for an unknown institution.</returns>
    public async Task<IReadOnlyList<FieldRight>> ListFieldsAsync(int kurumKodu, KpsOperation? operation = null, CancellationToken cancellationToken = default)
    {
        await using var context = await OpenAsync(cancellationToken);
        var rows = await (
            from field in context.FieldRights
            join institution in context.Institutions on field.InstitutionId equals institution.Id
            where institution.KurumKodu == kurumKodu && (operation == null || field.Operation == operation)
            select field).AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.Operation).ThenBy(row => row.Kind).ThenBy(row => row.Path, StringComparer.Ordinal).ThenBy(row => row.Id)];
    }

    /// <summary>Changes how much of the answer a right covers where no row says otherwise.</summary>
    /// <param name="kurumKodu">The institution; must be active and hold the operation.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="kapsam">The new scope.</param>
    /// <param name="dayanak">Legal ground of the change, 1 … 500 characters; stands in the log.</param>
    /// <param name="evenIfClientsBreak">See <see cref="NewFieldRight.EvenIfClientsBreak"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The right as it is now, or Invalid, NotFound, WrongState, ConsentNeeded.</returns>
    public async Task<RegistryResult<InstitutionOperation>> SetScopeAsync(
        int kurumKodu,
        KpsOperation operation,
        EntitlementKapsam kapsam,
        string dayanak,
        bool evenIfClientsBreak = false,
        CancellationToken cancellationToken = default)
    {
        if (new FieldRules().Text("Dayanak", dayanak, 500).Scope(operation, kapsam).Refusal is { } invalid)
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

        if (await FindRightAsync(context, institution.Id, operation, cancellationToken) is not { } right)
        {
            return NoRight(institution, operation);
        }

        if (right.Kapsam == kapsam)
        {
            return new RegistryRefusal(RegistryRefusalKind.WrongState, $"Yetkinin kapsamı zaten {Word(kapsam)}.");
        }

        var open = await OpenFieldsAsync(context, institution.Id, operation, cancellationToken);
        if (!evenIfClientsBreak && RefuseBreaking(operation, SetOf(right.Kapsam, open), SetOf(kapsam, open)) is { } refusal)
        {
            return refusal;
        }

        var before = right.Kapsam;
        right.Kapsam = kapsam;
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(
            ChangeOf(right, RegistryAct.EntitlementScoped, ChangeText.Change("kapsam", before, kapsam), ChangeText.Value("dayanak", dayanak)), cancellationToken);
        return right;
    }

    /// <summary>Fields of an operation that software in use cannot do without and an institution is not given today.</summary>
    /// <param name="kurumKodu">The institution.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Their paths; empty where the institution does not hold the operation.</returns>
    public async Task<IReadOnlyList<string>> ListMissingDemandedAsync(int kurumKodu, KpsOperation operation, CancellationToken cancellationToken = default)
    {
        await using var context = await OpenAsync(cancellationToken);
        return await FindInstitutionAsync(context, kurumKodu, cancellationToken) is { } institution
            && await FindRightAsync(context, institution.Id, operation, cancellationToken) is { } right
            ? DemandedNotIn(SetOf(right.Kapsam, await OpenFieldsAsync(context, institution.Id, operation, cancellationToken)), operation)
            : [];
    }

    private static Task<InstitutionOperation?> FindRightAsync(
        RegistryContext context, int institutionId, KpsOperation operation, CancellationToken cancellationToken) =>
        context.InstitutionOperations.SingleOrDefaultAsync(
            right => right.InstitutionId == institutionId && right.Operation == operation && right.ClosedAt == null, cancellationToken);

    /// <summary>The scope of the open right; where there is none yet, that of a right as it is given when nothing else is said.</summary>
    private static async Task<EntitlementKapsam> KapsamAsync(
        RegistryContext context, int institutionId, KpsOperation operation, CancellationToken cancellationToken) =>
        await FindRightAsync(context, institutionId, operation, cancellationToken) is { } right ? right.Kapsam : EntitlementKapsam.Tum;

    private static Task<List<FieldRight>> OpenFieldsAsync(RegistryContext context, int institutionId, KpsOperation operation, CancellationToken cancellationToken) =>
        context.FieldRights.Where(field => field.InstitutionId == institutionId && field.Operation == operation && field.ClosedAt == null)
            .ToListAsync(cancellationToken);

    private static List<string> DemandedNotIn(FieldSet given, KpsOperation operation) =>
        [.. FieldCatalog.Find(operation)?.Result.All.Where(field => field.IsDemanded && !given.IsGiven(field.Path, field.IsSpecial)).Select(field => field.Path) ?? []];

    private static RegistryRefusal? RefuseBreaking(KpsOperation operation, FieldSet before, FieldSet after) =>
        DemandedNotIn(after, operation).Except(DemandedNotIn(before, operation)).ToList() is { Count: > 0 } lost ? RegistryRefusal.BreaksSoftware(lost) : null;

    private static RegistryRefusal NoRight(Institution institution, KpsOperation operation) =>
        new(RegistryRefusalKind.NotFound, $"{institution.Ad} {operation} yetkisine sahip değil; önce sorgu yetkisini verin.");

    private static string Word(bool izin) => izin ? "verilir" : "verilmez";

    private static string Word(EntitlementKapsam kapsam) => kapsam == EntitlementKapsam.Tum ? "tum" : "secili";

    private static RegistryChange ChangeOf(FieldRight field, RegistryAct act, params ReadOnlySpan<string> values) =>
        new(act, ChangeText.Join([ChangeText.Value("sorgu", field.Operation), ChangeText.Value("tur", field.Kind), ChangeText.Value("alan", field.Path), .. values]))
        {
            InstitutionId = field.InstitutionId,
            Target = TargetOf("field", field.Id),
        };

    private FieldSet SetOf(EntitlementKapsam kapsam, IEnumerable<FieldRight> open)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Istanbul).DateTime);
        return FieldRights.Of(kapsam, [.. open.Select(field => new RegisteredFieldRight(field.Kind, field.Path, field.Izin, field.Bitis))])?.On(today)
            ?? FieldSet.Ordinary;
    }

    private async Task<RegistryResult<FieldRight>> SetFieldAsync(int kurumKodu, NewFieldRight asked, bool izin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var rules = new FieldRules().Text("Dayanak", asked.Dayanak, 500).Text("Karar no", asked.KararNo, 100, isRequired: false).Field(asked);
        if (rules.Refusal is { } invalid)
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

        var right = await FindRightAsync(context, institution.Id, asked.Operation, cancellationToken);
        if (izin && right is null)
        {
            return NoRight(institution, asked.Operation);
        }

        var kapsam = right?.Kapsam ?? EntitlementKapsam.Tum;
        var open = await OpenFieldsAsync(context, institution.Id, asked.Operation, cancellationToken);
        var row = new FieldRight
        {
            InstitutionId = institution.Id,
            Operation = asked.Operation,
            Kind = asked.Kind,
            Path = asked.Path,
            Izin = izin,
            Dayanak = asked.Dayanak,
            KararNo = asked.KararNo,
            Bitis = asked.Bitis,
            CreatedAt = Now,
        };
        if (Refuse(asked, right, izin, SetOf(kapsam, open), SetOf(kapsam, [.. open, row])) is { } refusal)
        {
            return refusal;
        }

        context.FieldRights.Add(row);
        if (!await TrySaveAsync(context, cancellationToken))
        {
            return new RegistryRefusal(RegistryRefusalKind.AlreadyExists, $"{asked.Path} alanı için zaten açık bir karar var; değiştirmek için önce geri alın.");
        }

        await transaction.CommitAsync(
            ChangeOf(
                row,
                izin ? RegistryAct.FieldGranted : RegistryAct.FieldWithheld,
                ChangeText.Value("bitis", row.Bitis),
                ChangeText.Value("karar_no", row.KararNo),
                ChangeText.Value("dayanak", row.Dayanak)),
            cancellationToken);
        return row;
    }

    private static RegistryRefusal? Refuse(NewFieldRight asked, InstitutionOperation? right, bool izin, FieldSet before, FieldSet after)
    {
        if (!izin)
        {
            return asked.EvenIfClientsBreak ? null : RefuseBreaking(asked.Operation, before, after);
        }

        var isSpecial = asked.Kind == FieldKind.Alan && FieldCatalog.Find(asked.Operation)!.Result.Find(asked.Path)!.IsSpecial;
        if (isSpecial && string.Equals(asked.Dayanak, right!.Dayanak, StringComparison.OrdinalIgnoreCase))
        {
            return RegistryRefusal.Invalid([$"{asked.Path} özel nitelikli veridir (KVKK md. 6); sorgu yetkisininkinden ayrı, kendi dayanağıyla verilir."]);
        }

        var isGivenAnyhow = asked.Kind == FieldKind.Arguman ? before.IsArgumentGiven(asked.Path) : before.IsGiven(asked.Path, isSpecial);
        return isGivenAnyhow && asked.Bitis is not null
            ? new RegistryRefusal(
                RegistryRefusalKind.WrongState,
                $"{asked.Path} bu karar olmadan da veriliyor; son günü geçince verilmeye devam ederdi. Süre koymak için önce kapsamı 'secili' yapın ya da üstündeki alanı kapatın.")
            : null;
    }
}
