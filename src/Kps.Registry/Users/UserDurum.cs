namespace Kps.Registry.Users;

/// <summary>State of an account (requirements D-18). Stored by name; every state but <see cref="Aktif"/> has its own fault text.</summary>
public enum UserDurum
{
    /// <summary>Fail-closed default; never stored.</summary>
    Bilinmiyor = 0,

    /// <summary>May call.</summary>
    Aktif = 1,

    /// <summary>Switched off by an admin.</summary>
    Pasif = 2,

    /// <summary>Registered, not approved yet (requirements A-30).</summary>
    OnayBekliyor = 3,

    /// <summary>Rejected; must apply again (requirements A-43).</summary>
    Red = 4,

    /// <summary>The account's own term has ended.</summary>
    SuresiDoldu = 5,

    /// <summary>Closed for good; the password is destroyed, the row stays for the log (requirements D-17).</summary>
    Silindi = 6,
}
