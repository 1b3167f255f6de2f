namespace Kps.Audit;

/// <summary>How an attempt upstream ended. Stored in audit entries; numbers never change.</summary>
public enum UpstreamAttemptResult : byte
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>An answer of the contract came back.</summary>
    Answered = 1,

    /// <summary>A SOAP fault came back.</summary>
    Fault = 2,

    /// <summary>Nothing came within the attempt's time.</summary>
    TimedOut = 3,

    /// <summary>No connection could be made; nothing was sent.</summary>
    ConnectFailed = 4,

    /// <summary>The connection closed before the first byte of an answer.</summary>
    ConnectionClosed = 5,

    /// <summary>Bytes came that are not an answer of the contract (or more than allowed).</summary>
    InvalidAnswer = 6,

    /// <summary>Not sent: the circuit breaker was open or the bulkhead full.</summary>
    NotSent = 7,

    /// <summary>Given up because the caller went away or the total budget ended.</summary>
    Cancelled = 8,
}
