namespace Kps.Audit.Sequencing;

/// <summary>What a node does for the tree. Metrics carry the number.</summary>
public enum TreeRole
{
    /// <summary>Nothing: it was not told to take part.</summary>
    Off = 0,

    /// <summary>It waits for the leader to go.</summary>
    Standby = 1,

    /// <summary>It seals.</summary>
    Leader = 2,

    /// <summary>It has no connection to the database and tries again.</summary>
    Disconnected = 3,

    /// <summary>It has found the tree damaged or set back and seals no more until somebody has looked.</summary>
    Halted = 4,
}
