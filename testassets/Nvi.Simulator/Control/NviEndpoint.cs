namespace Nvi.Simulator.Control;

/// <summary>The two doors of NVİ; each is a listener of its own here, as they are two hosts there.</summary>
public enum NviEndpoint
{
    /// <summary>Nothing chosen; refused.</summary>
    None = 0,

    /// <summary>The token service.</summary>
    Sts = 1,

    /// <summary>The router that answers queries.</summary>
    Router = 2,
}
