namespace Nvi.Simulator.Control;

/// <summary>What the simulator has seen since the last reset.</summary>
public sealed record NviStatistics
{
    /// <summary>Requests that reached the STS, those answered by an injected fault included; closed connections are not requests.</summary>
    public required long StsCalls { get; init; }

    /// <summary>Requests that reached the router, those answered by an injected fault included.</summary>
    public required long RouterCalls { get; init; }

    /// <summary>Tokens given out.</summary>
    public required long TokensIssued { get; init; }

    /// <summary>Faults played, on calls and on connections.</summary>
    public required long FaultsPlayed { get; init; }

    /// <summary>Calls that were understood, by wsa:Action; the sixty-fifth and later actions count as <c>other</c>.</summary>
    public required IReadOnlyDictionary<string, long> Actions { get; init; }

    /// <summary>The last Sorgulayan header, masked, or null when none came.</summary>
    public required string? LastSorgulayan { get; init; }
}
