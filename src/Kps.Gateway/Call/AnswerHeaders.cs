namespace Kps.Gateway.Call;

/// <summary>What the reply's header must say because of what the request's said. Kept apart from the request so that faults of a half-read request have it too.</summary>
/// <param name="UsesAddressing">The request carried WS-Addressing headers.</param>
/// <param name="RelatesTo">Its MessageID, when it had one.</param>
/// <param name="Timestamp">Its Security header carried a Timestamp: WCF clients refuse a reply without one.</param>
internal sealed record AnswerHeaders(bool UsesAddressing, string? RelatesTo, bool Timestamp)
{
    public static AnswerHeaders None { get; } = new(false, null, false);
}
