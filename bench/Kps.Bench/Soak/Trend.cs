namespace Kps.Bench.Soak;

/// <summary>One thing that must not grow.</summary>
/// <param name="Name">With its unit.</param>
/// <param name="Slope">Its line after the warm-up.</param>
/// <param name="AllowedPerHour">By how much it may rise in an hour.</param>
internal sealed record Trend(string Name, Slope Slope, double AllowedPerHour)
{
    /// <summary>True when it grows.</summary>
    public bool Grows => Slope.Exceeds(AllowedPerHour);
}
