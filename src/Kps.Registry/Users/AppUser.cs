namespace Kps.Registry.Users;

/// <summary>A natural person who queries (requirements A-06): one row of <c>registry.app_user</c>.</summary>
public sealed class AppUser
{
    /// <summary>Key given by the database.</summary>
    public int Id { get; private set; }

    /// <summary>What the caller sends as user name, 1 … 64 characters; the TCKN for a natural person. Compared byte by byte.</summary>
    public required string UserName { get; set; }

    /// <summary>First name, 1 … 100 characters.</summary>
    public required string Ad { get; set; }

    /// <summary>Last name, 1 … 100 characters.</summary>
    public required string Soyad { get; set; }

    /// <summary>The institution the person belongs to.</summary>
    public required int InstitutionId { get; set; }

    /// <summary>The application taken for calls that name none; null = none known.</summary>
    public int? DefaultApplicationId { get; set; }

    /// <summary>State of the account.</summary>
    public required UserDurum Durum { get; set; }

    /// <summary>Text of <see cref="Passwords.PasswordHash"/>; null until one is set and after deletion.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>0 before the first password; raised by every change of it, by a revocation of tokens and by every change of state.</summary>
    public int PasswordVersion { get; set; }

    /// <summary>When the password was set; null exactly while there is none.</summary>
    public DateTimeOffset? PasswordSetAt { get; set; }

    /// <summary>When the password expires (requirements D-05); null = never.</summary>
    public DateTimeOffset? PasswordExpiresAt { get; set; }

    /// <summary>When the row was written.</summary>
    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>Set exactly while <see cref="Durum"/> is <see cref="UserDurum.Silindi"/>.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
