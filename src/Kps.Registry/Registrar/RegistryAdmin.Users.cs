using Kps.Contracts;
using Kps.Registry.Institutions;
using Kps.Registry.Journal;
using Kps.Registry.Passwords;
using Kps.Registry.Storage;
using Kps.Registry.Users;
using Microsoft.EntityFrameworkCore;

namespace Kps.Registry.Registrar;

/// <content>Users, their state and their passwords.</content>
public sealed partial class RegistryAdmin
{
    private const int MaximumUserName = 64;

    /// <summary>Adds a user, with a chosen, a drawn or no password.</summary>
    /// <param name="user">The person.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The key and, this once, the drawn password; or Invalid, PasswordRefused, NotFound, WrongState, AlreadyExists.</returns>
    public async Task<RegistryResult<AddedUser>> AddUserAsync(NewUser user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (RefuseFields(user) is { } invalid)
        {
            return invalid;
        }

        var chosen = user.GeneratePassword ? PasswordGenerator.Create() : user.Password;
        if (chosen is { } wanted && RefusePassword(wanted, user.UserName) is { } refused)
        {
            return refused;
        }

        await using var transaction = await BeginAsync(cancellationToken);
        var context = transaction.Context;
        if (await FindInstitutionAsync(context, user.KurumKodu, cancellationToken) is not { } institution)
        {
            return RegistryRefusal.NoInstitution(user.KurumKodu);
        }

        if (institution.Durum != InstitutionDurum.Aktif)
        {
            return ClosedInstitution(institution);
        }

        int? applicationId = null;
        if (user.DefaultApplicationKod is { } kod)
        {
            applicationId = await context.Applications.Where(row => row.Kod == kod).Select(row => (int?)row.Id).SingleOrDefaultAsync(cancellationToken);
            if (applicationId is null)
            {
                return RegistryRefusal.NoApplication(kod);
            }
        }

        var now = Now;
        var row = new AppUser
        {
            UserName = user.UserName,
            Ad = user.Ad,
            Soyad = user.Soyad,
            InstitutionId = institution.Id,
            DefaultApplicationId = applicationId,
            Durum = user.Durum,
            CreatedAt = now,
        };
        if (chosen is { } password)
        {
            row.PasswordHash = PasswordHash.Create(password);
            row.PasswordVersion = 1;
            row.PasswordSetAt = now;
            row.PasswordExpiresAt = now + PasswordLifetime;
        }

        context.Users.Add(row);
        if (!await TrySaveAsync(context, cancellationToken))
        {
            return new RegistryRefusal(RegistryRefusalKind.AlreadyExists, "Bu kullanıcı adı zaten kayıtlı (silinmiş olabilir; o zaman durumunu değiştirin).");
        }

        await transaction.CommitAsync(
            new RegistryChange(
                RegistryAct.UserAdded,
                ChangeText.Join(
                    ChangeText.Value("durum", row.Durum),
                    ChangeText.Value("uygulama", row.DefaultApplicationId),
                    ChangeText.Value("sifre_surumu", row.PasswordVersion),
                    ChangeText.Value("sifre_bitis", row.PasswordExpiresAt)))
            {
                UserId = row.Id,
                InstitutionId = institution.Id,
            },
            cancellationToken);
        return new AddedUser(
            row.Id, chosen is null ? null : new IssuedPassword(user.GeneratePassword ? chosen : null, row.PasswordVersion, row.PasswordExpiresAt));
    }

    /// <summary>Lists users by name, whatever their state.</summary>
    /// <param name="kurumKodu">Only those whose primary institution it is; null = all.</param>
    /// <param name="skip">Rows to pass over.</param>
    /// <param name="take">Rows to return, 1 … <see cref="MaximumPage"/>; other values are brought into that range.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>One page.</returns>
    public async Task<IReadOnlyList<UserListing>> ListUsersAsync(
        int? kurumKodu = null, int skip = 0, int take = MaximumPage, CancellationToken cancellationToken = default)
    {
        await using var context = await OpenAsync(cancellationToken);
        return await Listings(context)
            .Where(user => kurumKodu == null || user.KurumKodu == kurumKodu)
            .OrderBy(user => user.UserName)
            .Skip(Math.Max(skip, 0))
            .Take(Math.Clamp(take, 1, MaximumPage))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Switches a user off for now (<see cref="UserDurum.Pasif"/>).</summary>
    /// <param name="userName">The name on the wire.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The user as it is now, or NotFound, WrongState.</returns>
    public Task<RegistryResult<UserListing>> DisableUserAsync(string userName, CancellationToken cancellationToken = default) =>
        SetUserDurumAsync(userName, UserDurum.Pasif, cancellationToken);

    /// <summary>
    /// Changes the state of a user. <see cref="UserDurum.Silindi"/> destroys the password; from there the only way is
    /// <see cref="UserDurum.OnayBekliyor"/>, a new approval (requirements D-17).
    /// </summary>
    /// <param name="userName">The name on the wire.</param>
    /// <param name="durum">The new state.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The user as it is now, or Invalid, NotFound, WrongState.</returns>
    public async Task<RegistryResult<UserListing>> SetUserDurumAsync(string userName, UserDurum durum, CancellationToken cancellationToken = default)
    {
        if (durum == UserDurum.Bilinmiyor || !Enum.IsDefined(durum))
        {
            return RegistryRefusal.Invalid(["Kullanıcı durumu geçersiz."]);
        }

        await using var transaction = await BeginAsync(cancellationToken);
        var context = transaction.Context;
        if (await LockUserAsync(context, userName, cancellationToken) is not { } before)
        {
            return RegistryRefusal.NoUser;
        }

        if (before.Durum == durum)
        {
            return new RegistryRefusal(RegistryRefusalKind.WrongState, $"Kullanıcı zaten bu durumda: {durum}.");
        }

        if (before.Durum == UserDurum.Silindi && durum != UserDurum.OnayBekliyor)
        {
            return new RegistryRefusal(RegistryRefusalKind.WrongState, "Silinmiş kullanıcı yalnız yeniden onaya (OnayBekliyor) alınabilir.");
        }

        DateTimeOffset? closedAt = durum == UserDurum.Silindi ? Now : null;
        await context.Users.Where(row => row.Id == before.Id).ExecuteUpdateAsync(
            set =>
            {
                // With the version every token dies: one that was stolen must not come back with the account.
                set.SetProperty(row => row.Durum, durum).SetProperty(row => row.ClosedAt, closedAt)
                    .SetProperty(row => row.PasswordVersion, row => row.PasswordVersion + 1);
                if (durum == UserDurum.Silindi)
                {
                    set.SetProperty(row => row.PasswordHash, (string?)null)
                        .SetProperty(row => row.PasswordSetAt, (DateTimeOffset?)null)
                        .SetProperty(row => row.PasswordExpiresAt, (DateTimeOffset?)null);
                }
            },
            cancellationToken);
        var kept = await Listings(context).SingleAsync(user => user.Id == before.Id, cancellationToken);
        await transaction.CommitAsync(
            ChangeOf(before, RegistryAct.UserSwitched, ChangeText.Change("durum", before.Durum, durum), VersionChange(before)), cancellationToken);
        return kept;
    }

    /// <summary>Sets a password. Verifiers and tokens cut from the old one die within two seconds.</summary>
    /// <param name="userName">The name on the wire.</param>
    /// <param name="password">The password the person chose; null draws one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What was set, with the drawn password this once; or PasswordRefused, NotFound, WrongState.</returns>
    public async Task<RegistryResult<IssuedPassword>> SetPasswordAsync(string userName, Secret? password, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userName);
        var chosen = password ?? PasswordGenerator.Create();
        if (RefusePassword(chosen, userName) is { } refused)
        {
            return refused;
        }

        var hash = PasswordHash.Create(chosen);
        var now = Now;
        DateTimeOffset? expiresAt = now + PasswordLifetime;
        await using var transaction = await BeginAsync(cancellationToken);
        var context = transaction.Context;
        if (await LockUserAsync(context, userName, cancellationToken) is not { } before)
        {
            return RegistryRefusal.NoUser;
        }

        if (before.Durum == UserDurum.Silindi)
        {
            return new RegistryRefusal(RegistryRefusalKind.WrongState, "Silinmiş kullanıcıya şifre verilemez.");
        }

        await context.Users.Where(row => row.Id == before.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.PasswordHash, hash)
                .SetProperty(row => row.PasswordVersion, row => row.PasswordVersion + 1)
                .SetProperty(row => row.PasswordSetAt, now)
                .SetProperty(row => row.PasswordExpiresAt, expiresAt),
            cancellationToken);
        await transaction.CommitAsync(
            ChangeOf(before, RegistryAct.PasswordSet, VersionChange(before), ChangeText.Change("sifre_bitis", before.PasswordExpiresAt, expiresAt)),
            cancellationToken);
        return new IssuedPassword(password is null ? chosen : null, before.PasswordVersion + 1, expiresAt);
    }

    /// <summary>
    /// Revokes the tokens of a user: those taken so far are void within two seconds on every node. A version is raised and no time is written, for the
    /// clocks of two machines never agree. The password stays, so the user may take a new token at once; to keep him out, disable him or change it.
    /// </summary>
    /// <param name="userName">The name on the wire.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The user, or NotFound. The state does not matter.</returns>
    public async Task<RegistryResult<UserListing>> RevokeTokensAsync(string userName, CancellationToken cancellationToken = default)
    {
        await using var transaction = await BeginAsync(cancellationToken);
        var context = transaction.Context;
        if (await LockUserAsync(context, userName, cancellationToken) is not { } before)
        {
            return RegistryRefusal.NoUser;
        }

        await context.Users.Where(row => row.Id == before.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.PasswordVersion, row => row.PasswordVersion + 1), cancellationToken);
        var user = await Listings(context).SingleAsync(row => row.Id == before.Id, cancellationToken);
        await transaction.CommitAsync(ChangeOf(before, RegistryAct.TokensRevoked, VersionChange(before)), cancellationToken);
        return user;
    }

    /// <summary>Writes a görevlendirme: for these days the user also works for another institution (requirements D-12).</summary>
    /// <param name="userName">The name on the wire.</param>
    /// <param name="kurumKodu">The other institution; must be active.</param>
    /// <param name="from">First day, in Europe/Istanbul.</param>
    /// <param name="to">Last day, inclusive.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The row, or Invalid, NotFound, WrongState, AlreadyExists (same user, institution and first day).</returns>
    public async Task<RegistryResult<UserAssignment>> AssignUserAsync(
        string userName, int kurumKodu, DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        if (from > to)
        {
            return RegistryRefusal.Invalid(["Görevlendirmenin başlangıcı bitişinden sonra olamaz."]);
        }

        await using var transaction = await BeginAsync(cancellationToken);
        var context = transaction.Context;
        var user = await context.Users.AsNoTracking().SingleOrDefaultAsync(row => row.UserName == userName, cancellationToken);
        if (user is null)
        {
            return RegistryRefusal.NoUser;
        }

        if (user.Durum == UserDurum.Silindi)
        {
            return new RegistryRefusal(RegistryRefusalKind.WrongState, "Silinmiş kullanıcı görevlendirilemez.");
        }

        if (await FindInstitutionAsync(context, kurumKodu, cancellationToken) is not { } institution)
        {
            return RegistryRefusal.NoInstitution(kurumKodu);
        }

        if (institution.Durum != InstitutionDurum.Aktif)
        {
            return ClosedInstitution(institution);
        }

        if (institution.Id == user.InstitutionId)
        {
            return RegistryRefusal.Invalid(["Kullanıcı zaten bu kurumun personeli; görevlendirme gerekmez."]);
        }

        var assignment = new UserAssignment { UserId = user.Id, InstitutionId = institution.Id, FromDate = from, ToDate = to, CreatedAt = Now };
        context.UserAssignments.Add(assignment);
        if (!await TrySaveAsync(context, cancellationToken))
        {
            return new RegistryRefusal(RegistryRefusalKind.AlreadyExists, "Bu kurum için aynı günde başlayan bir görevlendirme zaten var.");
        }

        await transaction.CommitAsync(
            new RegistryChange(RegistryAct.UserAssigned, ChangeText.Join(ChangeText.Value("ilk_gun", from), ChangeText.Value("son_gun", to)))
            {
                UserId = user.Id,
                InstitutionId = institution.Id,
                Target = TargetOf("assignment", assignment.Id),
            },
            cancellationToken);
        return assignment;
    }

    private static RegistryRefusal? RefuseFields(NewUser user)
    {
        var name = user.UserName;
        var rules = new FieldRules()
            .Text("Kullanıcı adı", name, MaximumUserName)
            .Text("Ad", user.Ad, 100)
            .Text("Soyad", user.Soyad, 100)
            .Require(!name.Any(char.IsWhiteSpace), "Kullanıcı adında boşluk olamaz.")
            .Require(
                name.Length != 11 || !name.All(char.IsAsciiDigit) || (Tckn.TryParse(name, out var tckn) && tckn.IsPlausible),
                "Kullanıcı adı 11 haneli ama geçerli bir T.C. kimlik numarası değil.")
            .Require(
                user.Durum is UserDurum.Aktif or UserDurum.Pasif or UserDurum.OnayBekliyor,
                "Yeni kullanıcının durumu Aktif, Pasif veya OnayBekliyor olmalı.")
            .Require(user.Password is null || !user.GeneratePassword, "Hem şifre verip hem şifre üretilmesi istenemez.");
        return rules.Refusal;
    }

    private static RegistryRefusal? RefusePassword(Secret password, string userName) =>
        PasswordPolicy.Check(password, userName) is { Count: > 0 } violations
            ? new RegistryRefusal(RegistryRefusalKind.PasswordRefused, string.Join('\n', violations))
            : null;

    /// <summary>The row as it was, held against other acts until the transaction ends.</summary>
    private static async Task<AppUser?> LockUserAsync(RegistryContext context, string userName, CancellationToken cancellationToken) =>
        (await context.Users.FromSql($"SELECT * FROM registry.app_user WHERE user_name = {userName} FOR UPDATE")
            .AsNoTracking().ToListAsync(cancellationToken)).SingleOrDefault();

    private static string VersionChange(AppUser before) => ChangeText.Change("sifre_surumu", before.PasswordVersion, before.PasswordVersion + 1);

    private static RegistryChange ChangeOf(AppUser user, RegistryAct act, params ReadOnlySpan<string> values) =>
        new(act, ChangeText.Join(values)) { UserId = user.Id, InstitutionId = user.InstitutionId };

    private static IQueryable<UserListing> Listings(RegistryContext context) =>
        from user in context.Users
        join institution in context.Institutions on user.InstitutionId equals institution.Id
        select new UserListing
        {
            Id = user.Id,
            UserName = user.UserName,
            Ad = user.Ad,
            Soyad = user.Soyad,
            KurumKodu = institution.KurumKodu,
            Durum = user.Durum,
            PasswordSetAt = user.PasswordSetAt,
            PasswordExpiresAt = user.PasswordExpiresAt,
        };
}
