using System.Data;
using Kps.Registry.Addresses;
using Kps.Registry.Applications;
using Kps.Registry.Entitlements;
using Kps.Registry.Institutions;
using Kps.Registry.Storage;
using Kps.Registry.Tokens;
using Kps.Registry.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kps.Registry.Live;

/// <summary>Reads everything in one repeatable-read transaction, so that a snapshot shows exactly one version.</summary>
internal sealed class SnapshotLoader(RegistryDatabase database, TimeProvider timeProvider, ILogger<SnapshotLoader> logger)
{
    public async Task<RegistrySnapshot> LoadAsync(CancellationToken cancellationToken)
    {
        await using var context = database.CreateLoadContext();
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var loadedAt = timeProvider.GetUtcNow();
        var version = await context.Versions.Select(row => row.Version).SingleAsync(cancellationToken);
        var institutions = await LoadInstitutionsAsync(context, cancellationToken);
        var applications = await LoadApplicationsAsync(context, cancellationToken);
        var users = await LoadUsersAsync(context, institutions, applications, cancellationToken);
        var tokenKeys = await LoadTokenKeysAsync(context, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new RegistrySnapshot(version, loadedAt, institutions.Values, users, applications.Values) { TokenKeys = tokenKeys };
    }

    private async Task<Dictionary<int, RegisteredInstitution>> LoadInstitutionsAsync(RegistryContext context, CancellationToken cancellationToken)
    {
        var ranges = new List<(int InstitutionId, AddressRange Range)>();
        foreach (var row in await context.IpRanges.Where(row => row.ClosedAt == null).ToListAsync(cancellationToken))
        {
            if (AddressRange.TryBetween(row.FirstAddress, row.LastAddress, out var range))
            {
                ranges.Add((row.InstitutionId, range));
            }
            else
            {
                Log.RangeUnreadable(logger, row.Id, row.InstitutionId);
            }
        }

        var rangesOf = ranges.ToLookup(row => row.InstitutionId, row => row.Range);
        var fieldsOf = (await context.FieldRights.Where(row => row.ClosedAt == null).ToListAsync(cancellationToken))
            .ToLookup(row => (row.InstitutionId, row.Operation), row => new RegisteredFieldRight(row.Kind, row.Path, row.Izin, row.Bitis));
        var entitlementsOf = (await context.InstitutionOperations.Where(row => row.ClosedAt == null).ToListAsync(cancellationToken))
            .ToLookup(
                row => row.InstitutionId,
                row => new RegisteredEntitlement(
                    row.Operation, row.Dayanak, row.KararNo, row.Bitis, FieldRights.Of(row.Kapsam, [.. fieldsOf[(row.InstitutionId, row.Operation)]])));

        return (await context.Institutions.ToListAsync(cancellationToken)).ToDictionary(
            row => row.Id,
            row => new RegisteredInstitution(entitlementsOf[row.Id])
            {
                Id = row.Id,
                KurumKodu = row.KurumKodu,
                Ad = row.Ad,
                Durum = row.Durum,
                Ranges = rangesOf.Contains(row.Id) ? new AddressRanges(rangesOf[row.Id]) : AddressRanges.Empty,
            });
    }

    private static async Task<Dictionary<int, RegisteredApplication>> LoadApplicationsAsync(RegistryContext context, CancellationToken cancellationToken) =>
        (await context.Applications.ToListAsync(cancellationToken)).ToDictionary(
            row => row.Id,
            row => new RegisteredApplication
            {
                Id = row.Id,
                Kod = row.Kod,
                Firma = row.Firma,
                Urun = row.Urun,
                Surum = row.Surum,
                Nesil = row.Nesil,
                Bitis = row.Bitis,
                IsClosed = row.ClosedAt is not null,
            });

    private static async Task<List<RegisteredTokenKey>> LoadTokenKeysAsync(RegistryContext context, CancellationToken cancellationToken)
    {
        var rows = await context.TokenKeys.OrderBy(row => row.SignsFrom).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new RegisteredTokenKey
        {
            Id = row.Id,
            IsTest = row.IsTest,
            Wrapped = row.Wrapped,
            MasterKeyId = row.MasterKeyId,
            Fingerprint = row.Fingerprint,
            SignsFrom = row.SignsFrom,
            WithdrawnAt = row.WithdrawnAt,
        });
    }

    private static async Task<List<RegisteredUser>> LoadUsersAsync(
        RegistryContext context,
        Dictionary<int, RegisteredInstitution> institutions,
        Dictionary<int, RegisteredApplication> applications,
        CancellationToken cancellationToken)
    {
        var assignmentsOf = (await context.UserAssignments.ToListAsync(cancellationToken))
            .ToLookup(row => row.UserId, row => new RegisteredAssignment(institutions[row.InstitutionId], row.FromDate, row.ToDate));
        var users = new List<RegisteredUser>();

        // Names of persons are left in the database: no call needs them.
        var rows = context.Users.Select(row => new
        {
            row.Id,
            row.UserName,
            row.InstitutionId,
            row.Durum,
            row.PasswordHash,
            row.PasswordVersion,
            row.PasswordExpiresAt,
            row.DefaultApplicationId,
        });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            users.Add(new RegisteredUser
            {
                Id = row.Id,
                UserName = row.UserName,
                PrimaryInstitution = institutions[row.InstitutionId],
                Assignments = assignmentsOf.Contains(row.Id) ? [.. assignmentsOf[row.Id]] : [],
                Durum = row.Durum,
                PasswordHash = row.PasswordHash,
                PasswordVersion = row.PasswordVersion,
                PasswordExpiresAt = row.PasswordExpiresAt,
                DefaultApplication = row.DefaultApplicationId is { } id ? applications[id] : null,
            });
        }

        return users;
    }
}
