namespace Nvi.Simulator.Control;

/// <summary>One misbehaviour, armed for the next calls of a door or until cleared. Armed faults play in the order they came.</summary>
public sealed record NviFault
{
    /// <summary>Longest delay that can be asked for: ten minutes.</summary>
    public const int LongestDelayMilliseconds = 600_000;

    /// <summary>Most calls one fault can be armed for.</summary>
    public const int MostTimes = 1_000_000;

    /// <summary>The door it plays at.</summary>
    public required NviEndpoint Endpoint { get; init; }

    /// <summary>What happens.</summary>
    public required NviFaultKind Kind { get; init; }

    /// <summary>How many calls (connections for <see cref="NviFaultKind.CloseAfterAccept"/>) it plays for; null until cleared.</summary>
    public int? Times { get; init; }

    /// <summary>The delay, with <see cref="NviFaultKind.Delay"/> only.</summary>
    public int DelayMilliseconds { get; init; }

    /// <summary>What is wrong with this fault, in a sentence; null when it can be armed.</summary>
    internal string? Objection() => this switch
    {
        { Endpoint: not (NviEndpoint.Sts or NviEndpoint.Router) } => "endpoint must be 'sts' or 'router'.",
        { Kind: NviFaultKind.None } => "kind is missing.",
        _ when !Enum.IsDefined(Kind) => "kind is unknown.",
        { Kind: NviFaultKind.AnotherPerson, Endpoint: not NviEndpoint.Router } => "kind 'anotherPerson' goes with endpoint 'router' only.",
        { Times: < 1 or > MostTimes } => "times must be 1 … 1000000, or absent for 'until cleared'.",
        { Kind: NviFaultKind.Delay, DelayMilliseconds: < 1 or > LongestDelayMilliseconds } => "delayMilliseconds must be 1 … 600000.",
        { Kind: not NviFaultKind.Delay, DelayMilliseconds: not 0 } => "delayMilliseconds goes with kind 'delay' only.",
        _ => null,
    };
}
