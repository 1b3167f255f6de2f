namespace Kps.Audit;

/// <summary>Why a call was turned away before anything was forwarded.</summary>
public sealed record CallRefusal
{
    /// <summary>The fault code, or the Kod of HataBilgisi.</summary>
    public required int Code { get; init; }

    /// <summary>The true cause as a machine word, e.g. <c>password-wrong</c>, also where the caller is told less. Form as for <see cref="CallOutcome.Cause"/>.</summary>
    public required string Cause { get; init; }
}
