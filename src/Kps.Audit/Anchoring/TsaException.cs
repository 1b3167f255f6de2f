namespace Kps.Audit.Anchoring;

/// <summary>No stamp was to be had this time.</summary>
/// <param name="outcome">Why, for the metrics.</param>
/// <param name="message">Why, for the operator; holds neither password nor token.</param>
/// <param name="inner">What lies behind it.</param>
internal sealed class TsaException(TsaOutcome outcome, string message, Exception? inner = null) : Exception(message, inner)
{
    public TsaOutcome Outcome { get; } = outcome;
}
