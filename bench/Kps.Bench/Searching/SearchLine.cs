using System.Globalization;

namespace Kps.Bench.Searching;

/// <summary>One kind of search, measured.</summary>
/// <param name="Name">What was looked for.</param>
/// <param name="Found">Calls on the page.</param>
/// <param name="SeenFrom">How far back a page looked that was not filled and is not the last; null otherwise.</param>
/// <param name="First">The first time.</param>
/// <param name="Middle">The middle of the others.</param>
/// <param name="Longest">The longest of them.</param>
internal sealed record SearchLine(string Name, int Found, DateTimeOffset? SeenFrom, TimeSpan First, TimeSpan Middle, TimeSpan Longest)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Name} | {Found} | {(SeenFrom is { } time ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "")} | {First.TotalMilliseconds:F1} | {Middle.TotalMilliseconds:F1} | {Longest.TotalMilliseconds:F1} |");
}
