namespace Kps.Audit;

/// <summary>The kinds of rows in the one append-only table. Stored in column, entry and AAD; numbers never change.</summary>
public enum AuditKind : byte
{
    /// <summary>No row has it.</summary>
    None = 0,

    /// <summary>Intent: written before the query leaves for NVİ.</summary>
    Opened = 1,

    /// <summary>Outcome: written before the answer leaves.</summary>
    Closed = 2,

    /// <summary>A call turned away before anything was forwarded.</summary>
    Refused = 3,

    /// <summary>A change in the registry.</summary>
    RegistryEvent = 4,

    /// <summary>An act in the panel.</summary>
    PortalEvent = 5,

    /// <summary>An act on keys, retention or configuration.</summary>
    Act = 6,

    /// <summary>A token was issued: question and outcome in one row, since nothing is forwarded. Written before the token leaves.</summary>
    TokenIssued = 7,
}
