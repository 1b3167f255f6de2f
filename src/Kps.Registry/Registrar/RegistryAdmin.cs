using System.Globalization;
using Kps.Registry.Institutions;
using Kps.Registry.Journal;
using Kps.Registry.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kps.Registry.Registrar;

/// <summary>
/// Every act on the registry, for the command line and the panel. An act is one transaction together with its entry in the journal, returns its outcome or a refusal in
/// Turkish, and is seen by the gateways within two seconds. Rows are closed, never removed. Who may act on what is the caller's business. A database that does not
/// answer is an <see cref="NpgsqlException"/>.
/// </summary>
/// <param name="contexts">Contexts on the role <c>kps_panel</c>.</param>
/// <param name="journal">Takes every change, in its transaction, under the name of who acts.</param>
/// <param name="timeProvider">The clock of created and closed times.</param>
public sealed partial class RegistryAdmin(IDbContextFactory<RegistryContext> contexts, IRegistryJournal journal, TimeProvider timeProvider)
{
    /// <summary>Most rows a list returns at once.</summary>
    public const int MaximumPage = 1000;

    /// <summary>How long a new password lives (requirements D-05).</summary>
    /// <value>180 days; null = for ever.</value>
    public TimeSpan? PasswordLifetime { get; init; } = TimeSpan.FromDays(180);

    /// <summary>Opens the Registrar without a host, for the command line.</summary>
    /// <param name="connectionString">Npgsql connection string of the role <c>kps_panel</c>.</param>
    /// <param name="journal">Takes every change.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <returns>A Registrar; it holds no connection between acts.</returns>
    public static RegistryAdmin Create(string connectionString, IRegistryJournal journal, TimeProvider timeProvider) =>
        new(new ContextFactory(connectionString), journal, timeProvider);

    /// <summary>Adds an institution, active, without ranges and rights.</summary>
    /// <param name="kurumKodu">The Ministry's number, positive.</param>
    /// <param name="ad">Name, 1 … 200 characters.</param>
    /// <param name="il">Province, 1 … 50 characters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The row, or Invalid, AlreadyExists.</returns>
    public async Task<RegistryResult<Institution>> AddInstitutionAsync(int kurumKodu, string ad, string il, CancellationToken cancellationToken = default)
    {
        var rules = new FieldRules().Require(kurumKodu > 0, "Kurum kodu pozitif bir sayı olmalı.").Text("Kurum adı", ad, 200).Text("İl", il, 50);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await BeginAsync(cancellationToken);
        var institution = new Institution { KurumKodu = kurumKodu, Ad = ad, Il = il, Durum = InstitutionDurum.Aktif, CreatedAt = Now };
        transaction.Context.Institutions.Add(institution);
        if (!await TrySaveAsync(transaction.Context, cancellationToken))
        {
            return new RegistryRefusal(RegistryRefusalKind.AlreadyExists, "Bu kurum kodu zaten kayıtlı (kapatılmış olabilir; o zaman yeniden açın).");
        }

        await transaction.CommitAsync(
            new RegistryChange(
                RegistryAct.InstitutionAdded,
                ChangeText.Join(ChangeText.Value("kurum_kodu", kurumKodu), ChangeText.Value("il", il), ChangeText.Value("durum", institution.Durum)))
            {
                InstitutionId = institution.Id,
            },
            cancellationToken);
        return institution;
    }

    /// <summary>Lists institutions by number, closed ones included.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>All of them; the country has a few thousand.</returns>
    public async Task<IReadOnlyList<Institution>> ListInstitutionsAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await OpenAsync(cancellationToken);
        return await context.Institutions.OrderBy(row => row.KurumKodu).ToListAsync(cancellationToken);
    }

    /// <summary>Closes an institution: nobody may call for it.</summary>
    /// <param name="kurumKodu">Its number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The row as it is now, or NotFound, WrongState.</returns>
    public Task<RegistryResult<Institution>> DisableInstitutionAsync(int kurumKodu, CancellationToken cancellationToken = default) =>
        SetInstitutionAsync(kurumKodu, InstitutionDurum.Kapali, "Kurum zaten kapalı.", cancellationToken);

    /// <summary>Opens a closed institution again, with the ranges and rights it had.</summary>
    /// <param name="kurumKodu">Its number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The row as it is now, or NotFound, WrongState.</returns>
    public Task<RegistryResult<Institution>> ReopenInstitutionAsync(int kurumKodu, CancellationToken cancellationToken = default) =>
        SetInstitutionAsync(kurumKodu, InstitutionDurum.Aktif, "Kurum zaten açık.", cancellationToken);

    private DateTimeOffset Now => timeProvider.GetUtcNow();

    private static async Task<bool> TrySaveAsync(RegistryContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    }

    private static Task<Institution?> FindInstitutionAsync(RegistryContext context, int kurumKodu, CancellationToken cancellationToken) =>
        context.Institutions.AsNoTracking().SingleOrDefaultAsync(row => row.KurumKodu == kurumKodu, cancellationToken);

    private static RegistryRefusal ClosedInstitution(Institution institution) =>
        new(RegistryRefusalKind.WrongState, $"{institution.Ad} kapalı; önce yeniden açın.");

    private static string TargetOf(string table, int id) => string.Create(CultureInfo.InvariantCulture, $"{table}:{id}");

    private async Task<RegistryContext> OpenAsync(CancellationToken cancellationToken) => await contexts.CreateDbContextAsync(cancellationToken);

    private async Task<RegistryTransaction> BeginAsync(CancellationToken cancellationToken) =>
        await RegistryTransaction.BeginAsync(await OpenAsync(cancellationToken), journal, cancellationToken);

    private async Task<RegistryResult<Institution>> SetInstitutionAsync(
        int kurumKodu, InstitutionDurum durum, string alreadySo, CancellationToken cancellationToken)
    {
        await using var transaction = await BeginAsync(cancellationToken);
        var context = transaction.Context;
        DateTimeOffset? closedAt = durum == InstitutionDurum.Kapali ? Now : null;
        var changed = await context.Institutions.Where(row => row.KurumKodu == kurumKodu && row.Durum != durum)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Durum, durum).SetProperty(row => row.ClosedAt, closedAt), cancellationToken);
        if (await FindInstitutionAsync(context, kurumKodu, cancellationToken) is not { } institution)
        {
            return RegistryRefusal.NoInstitution(kurumKodu);
        }

        if (changed != 1)
        {
            return new RegistryRefusal(RegistryRefusalKind.WrongState, alreadySo);
        }

        var old = durum == InstitutionDurum.Kapali ? InstitutionDurum.Aktif : InstitutionDurum.Kapali;
        await transaction.CommitAsync(
            new RegistryChange(RegistryAct.InstitutionSwitched, ChangeText.Change("durum", old, durum)) { InstitutionId = institution.Id }, cancellationToken);
        return institution;
    }

    private sealed class ContextFactory(string connectionString) : IDbContextFactory<RegistryContext>
    {
        private readonly DbContextOptions<RegistryContext> _options = RegistryContext.OptionsFor(connectionString);

        public RegistryContext CreateDbContext() => new(_options);
    }
}
