using Kps.Mernis;

namespace Kps.Gateway.Health;

/// <summary>NVİ as live traffic has it.</summary>
/// <param name="LastSuccess">When NVİ last answered a query, business errors included; null when not since the start.</param>
/// <param name="LastFailure">When a query last got no usable answer.</param>
/// <param name="LastFault">Why.</param>
/// <param name="Calls">Queries of the last five minutes.</param>
/// <param name="Successes">Those that were answered.</param>
internal sealed record NviSight(DateTimeOffset? LastSuccess, DateTimeOffset? LastFailure, UpstreamFault? LastFault, long Calls, long Successes)
{
    /// <summary>Share that was answered; null without a query.</summary>
    public double? SuccessRatio => Calls == 0 ? null : Math.Round((double)Successes / Calls, 4);
}
