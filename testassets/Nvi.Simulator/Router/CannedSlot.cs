namespace Nvi.Simulator.Router;

/// <summary>What differs from one canned answer to the next.</summary>
internal enum CannedSlot
{
    /// <summary>Nothing follows.</summary>
    End = 0,

    /// <summary>The request's MessageID.</summary>
    RelatesTo,

    /// <summary>Creation time of the timestamp.</summary>
    Created,

    /// <summary>End of the timestamp.</summary>
    Expires,

    /// <summary>The number asked for.</summary>
    Number,
}
