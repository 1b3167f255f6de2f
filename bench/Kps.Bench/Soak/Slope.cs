namespace Kps.Bench.Soak;

/// <summary>A straight line through points by least squares.</summary>
/// <param name="PerHour">How much it rises in an hour.</param>
/// <param name="Error">Standard error of that.</param>
/// <param name="Mean">Mean of the values.</param>
internal sealed record Slope(double PerHour, double Error, double Mean)
{
    private const double Certainty = 3;

    /// <summary>True when it rises by more than is allowed, and not by chance.</summary>
    /// <param name="perHour">Allowed rise.</param>
    public bool Exceeds(double perHour) => PerHour - (Certainty * Error) > perHour;

    /// <summary>Fits the line.</summary>
    /// <param name="points">Time and value, three at least.</param>
    public static Slope Through(IReadOnlyList<(TimeSpan At, double Value)> points)
    {
        var meanTime = points.Average(point => point.At.TotalHours);
        var mean = points.Average(point => point.Value);
        var spread = points.Sum(point => Square(point.At.TotalHours - meanTime));
        var slope = points.Sum(point => (point.At.TotalHours - meanTime) * (point.Value - mean)) / spread;
        var residual = points.Sum(point => Square(point.Value - mean - (slope * (point.At.TotalHours - meanTime))));
        return new Slope(slope, Math.Sqrt(residual / (points.Count - 2) / spread), mean);
    }

    private static double Square(double value) => value * value;
}
