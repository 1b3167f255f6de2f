namespace Kps.Mernis.Sts;

/// <summary>A token, or why there is none, and the token requests that led to it.</summary>
internal sealed class TokenOutcome
{
    /// <summary>Null when <see cref="Fault"/> is set.</summary>
    public SecurityToken? Token { get; init; }

    public UpstreamFault? Fault { get; init; }

    /// <summary>Empty when nothing was sent for this outcome.</summary>
    public IReadOnlyList<UpstreamAttempt> Attempts { get; init; } = [];
}
