namespace Kps.Audit;

/// <summary>The door a call came in by. Numbers are stored in audit entries (tag <c>Door</c>) and never change.</summary>
public enum AuditDoor : byte
{
    /// <summary>Not said; only broken callers of this library leave it so.</summary>
    Unknown = 0,

    /// <summary>The WS-Trust token door.</summary>
    Sts = 1,

    /// <summary>The query door of the published contract.</summary>
    Router = 2,

    /// <summary>The panel's own query screen, through the loopback door.</summary>
    Portal = 3,

    /// <summary>The query door of the supplementary contract, IKpsEkServisler.</summary>
    Ek = 4,
}
