namespace Kps.Audit.Anchoring;

/// <summary>How a request for a stamp ended. Metrics carry the name.</summary>
internal enum TsaOutcome
{
    /// <summary>A stamp was granted, verified and stored.</summary>
    Stamped,

    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>No whole answer in time.</summary>
    TimedOut,

    /// <summary>Another HTTP status than 200, another media type, or too many bytes.</summary>
    NoAnswer,

    /// <summary>The authority refused, or answered another question.</summary>
    Refused,

    /// <summary>The stamp does not hold, or leads to no trusted root.</summary>
    NotBelieved,
}
