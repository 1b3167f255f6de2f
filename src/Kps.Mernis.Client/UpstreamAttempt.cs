namespace Kps.Mernis;

/// <summary>One message sent, or tried to be sent, to NVİ.</summary>
/// <param name="Kind">STS or router.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="Duration">Until the last byte was read and understood, or until it failed.</param>
/// <param name="Fault">Null when it was answered as the contract says, business errors included.</param>
/// <param name="HttpStatus">Null when no status line came.</param>
public sealed record UpstreamAttempt(UpstreamAttemptKind Kind, DateTimeOffset StartedAt, TimeSpan Duration, UpstreamFault? Fault, int? HttpStatus)
{
    /// <summary>True when no connection came about, so that nothing of the message can have left.</summary>
    public bool NothingSent { get; init; }
}
