using Kps.Contracts;
using Kps.Registry.Applications;
using Kps.Registry.Entitlements;
using Kps.Registry.Institutions;
using Kps.Registry.Journal;
using Microsoft.EntityFrameworkCore;

namespace Kps.Registry.Registrar;

/// <content>Applications and entitlements.</content>
public sealed partial class RegistryAdmin
{
    /// <summary>Adds an application.</summary>
    /// <param name="application">The product.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The row with its code, or Invalid, AlreadyExists.</returns>
    public async Task<RegistryResult<Application>> AddApplicationAsync(NewApplication application, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        var rules = new FieldRules()
            .Text("Firma", application.Firma, 200)
            .Text("Ürün", application.Urun, 200)
            .Text("Sürüm", application.Surum, 50, isRequired: false)
            .Text("KTS no", application.KtsNo, 50, isRequired: false)
            .Require(application.Kod != Guid.Empty, "Uygulama kodu boş GUID olamaz.")
            .Require(application.Nesil != ContractGeneration.None && Enum.IsDefined(application.Nesil), "Sözleşme nesli 2017 veya 2021 olmalı.");
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await BeginAsync(cancellationToken);
        var row = new Application
        {
            Kod = application.Kod ?? Guid.NewGuid(),
            Firma = application.Firma,
            Urun = application.Urun,
            Surum = application.Surum,
            KtsNo = application.KtsNo,
            Bitis = application.Bitis,
            Nesil = application.Nesil,
            CreatedAt = Now,
        };
        transaction.Context.Applications.Add(row);
        if (!await TrySaveAsync(transaction.Context, cancellationToken))
        {
            return new RegistryRefusal(RegistryRefusalKind.AlreadyExists, "Bu uygulama kodu zaten kayıtlı (kapatılmış olabilir; o zaman yeniden açın).");
        }

        await transaction.CommitAsync(
            new RegistryChange(
                RegistryAct.ApplicationAdded,
                ChangeText.Join(
                    ChangeText.Value("firma", row.Firma),
                    ChangeText.Value("urun", row.Urun),
                    ChangeText.Value("surum", row.Surum),
                    ChangeText.Value("kts_no", row.KtsNo),
                    ChangeText.Value("nesil", (int)row.Nesil),
                    ChangeText.Value("bitis", row.Bitis)))
            {
                Target = TargetOf("application", row.Id),
            },
            cancellationToken);
        return row;
    }

    /// <summary>Lists applications by vendor and product, disabled ones included.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>All of them.</returns>
    public async Task<IReadOnlyList<Application>> ListApplicationsAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await OpenAsync(cancellationToken);
        return await context.Applications.AsNoTracking()
            .OrderBy(row => row.Firma).ThenBy(row => row.Urun).ThenBy(row => row.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Disables an application: calls with its code are refused, in every hospital that runs it.</summary>
    /// <param name="kod">Its code.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The row as it is now, or NotFound, WrongState.</returns>
    public Task<RegistryResult<Application>> DisableApplicationAsync(Guid kod, CancellationToken cancellationToken = default) =>
        SetApplicationAsync(kod, Now, "Uygulama zaten kapalı.", cancellationToken);

    /// <summary>Honours a disabled application again.</summary>
    /// <param name="kod">Its code.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The row as it is now, or NotFound, WrongState.</returns>
    public Task<RegistryResult<Application>> ReopenApplicationAsync(Guid kod, CancellationToken cancellationToken = default) =>
        SetApplicationAsync(kod, null, "Uygulama zaten açık.", cancellationToken);

    /// <summary>Gives an institution the right to one operation.</summary>
    /// <param name="kurumKodu">The institution; must be active.</param>
    /// <param name="operation">One of the contract.</param>
    /// <param name="dayanak">Legal ground, 1 … 500 characters.</param>
    /// <param name="kararNo">Number of the decision, at most 100 characters; may be empty.</param>
    /// <param name="bitis">Last day; null = no end.</param>
    /// <param name="kapsam">How much of the answer it covers. What is already said of single fields stands and counts.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The row; or Invalid, NotFound, WrongState, AlreadyExists: to change a right, revoke it and grant it anew, so that both stay on record.</returns>
    public async Task<RegistryResult<InstitutionOperation>> GrantOperationAsync(
        int kurumKodu,
        KpsOperation operation,
        string dayanak,
        string kararNo = "",
        DateOnly? bitis = null,
        EntitlementKapsam kapsam = EntitlementKapsam.Tum,
        CancellationToken cancellationToken = default)
    {
        var rules = new FieldRules()
            .Require(OperationCatalog.Find(operation) is not null, "Böyle bir sorgu yok.")
            .Scope(operation, kapsam)
            .Text("Dayanak", dayanak, 500)
            .Text("Karar no", kararNo, 100, isRequired: false);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
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

        var row = new InstitutionOperation
        {
            InstitutionId = institution.Id,
            Operation = operation,
            Dayanak = dayanak,
            KararNo = kararNo,
            Kapsam = kapsam,
            Bitis = bitis,
            CreatedAt = Now,
        };
        context.InstitutionOperations.Add(row);
        if (!await TrySaveAsync(context, cancellationToken))
        {
            return new RegistryRefusal(RegistryRefusalKind.AlreadyExists, $"{institution.Ad} {operation} yetkisine zaten sahip; değiştirmek için önce geri alın.");
        }

        await transaction.CommitAsync(
            ChangeOf(
                row,
                RegistryAct.EntitlementAdded,
                ChangeText.Value("kapsam", kapsam),
                ChangeText.Value("bitis", bitis),
                ChangeText.Value("karar_no", kararNo),
                ChangeText.Value("dayanak", dayanak)),
            cancellationToken);
        return row;
    }

    /// <summary>Revokes the right of an institution to one operation.</summary>
    /// <param name="kurumKodu">The institution.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The closed row, or NotFound.</returns>
    public async Task<RegistryResult<InstitutionOperation>> RevokeOperationAsync(
        int kurumKodu, KpsOperation operation, CancellationToken cancellationToken = default)
    {
        await using var transaction = await BeginAsync(cancellationToken);
        var context = transaction.Context;
        if (await FindInstitutionAsync(context, kurumKodu, cancellationToken) is not { } institution)
        {
            return RegistryRefusal.NoInstitution(kurumKodu);
        }

        var row = await context.InstitutionOperations.SingleOrDefaultAsync(
            entitlement => entitlement.InstitutionId == institution.Id && entitlement.Operation == operation && entitlement.ClosedAt == null, cancellationToken);
        if (row is null)
        {
            return new RegistryRefusal(RegistryRefusalKind.NotFound, $"{institution.Ad} {operation} yetkisine sahip değil.");
        }

        row.ClosedAt = Now;
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(ChangeOf(row, RegistryAct.EntitlementDisabled, ChangeText.Change("kapanis", null, row.ClosedAt)), cancellationToken);
        return row;
    }

    /// <summary>Lists the rights of an institution in the order of the contract, revoked ones included.</summary>
    /// <param name="kurumKodu">The institution.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rows; empty also for an unknown institution.</returns>
    public async Task<IReadOnlyList<InstitutionOperation>> ListOperationsAsync(int kurumKodu, CancellationToken cancellationToken = default)
    {
        await using var context = await OpenAsync(cancellationToken);
        return await (
            from entitlement in context.InstitutionOperations
            join institution in context.Institutions on entitlement.InstitutionId equals institution.Id
            where institution.KurumKodu == kurumKodu
            orderby entitlement.Operation, entitlement.Id
            select entitlement).AsNoTracking().ToListAsync(cancellationToken);
    }

    private async Task<RegistryResult<Application>> SetApplicationAsync(
        Guid kod, DateTimeOffset? closedAt, string alreadySo, CancellationToken cancellationToken)
    {
        await using var transaction = await BeginAsync(cancellationToken);
        var context = transaction.Context;
        var old = await context.Applications.FromSql($"SELECT * FROM registry.application WHERE kod = {kod} FOR UPDATE")
            .AsNoTracking().ToListAsync(cancellationToken);
        if (old is not [var before])
        {
            return RegistryRefusal.NoApplication(kod);
        }

        if (before.ClosedAt is null == closedAt is null)
        {
            return new RegistryRefusal(RegistryRefusalKind.WrongState, alreadySo);
        }

        await context.Applications.Where(row => row.Id == before.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClosedAt, closedAt), cancellationToken);
        var application = await context.Applications.AsNoTracking().SingleAsync(row => row.Id == before.Id, cancellationToken);
        await transaction.CommitAsync(
            new RegistryChange(RegistryAct.ApplicationSwitched, ChangeText.Change("kapanis", before.ClosedAt, application.ClosedAt))
            {
                Target = TargetOf("application", application.Id),
            },
            cancellationToken);
        return application;
    }

    private static RegistryChange ChangeOf(InstitutionOperation right, RegistryAct act, params ReadOnlySpan<string> values) =>
        new(act, ChangeText.Join([ChangeText.Value("sorgu", right.Operation), .. values]))
        {
            InstitutionId = right.InstitutionId,
            Target = TargetOf("entitlement", right.Id),
        };
}
