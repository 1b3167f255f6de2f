using Kps.Registry.Users;

namespace Kps.Registry.Registrar;

/// <summary>A user in a list: no hash. No record: its text would show the TCKN; mask the name where it is shown.</summary>
public sealed class UserListing
{
    /// <summary>Key in the registry.</summary>
    public required int Id { get; init; }

    /// <summary>The name on the wire, in clear.</summary>
    public required string UserName { get; init; }

    /// <summary>First name.</summary>
    public required string Ad { get; init; }

    /// <summary>Last name.</summary>
    public required string Soyad { get; init; }

    /// <summary>Number of the primary institution.</summary>
    public required int KurumKodu { get; init; }

    /// <summary>State.</summary>
    public required UserDurum Durum { get; init; }

    /// <summary>When the password was set; null = none.</summary>
    public required DateTimeOffset? PasswordSetAt { get; init; }

    /// <summary>When it expires; null = never.</summary>
    public required DateTimeOffset? PasswordExpiresAt { get; init; }
}
