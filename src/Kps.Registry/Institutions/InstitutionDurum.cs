namespace Kps.Registry.Institutions;

/// <summary>State of an institution. Stored by name.</summary>
public enum InstitutionDurum
{
    /// <summary>Fail-closed default; never stored.</summary>
    Bilinmiyor = 0,

    /// <summary>May call.</summary>
    Aktif = 1,

    /// <summary>Closed: its users may not call in its name.</summary>
    Kapali = 2,
}
