using System.Globalization;

namespace Kps.Bench.Requests;

/// <summary>The people asked for: invented, each with its right checksum.</summary>
internal static class InventedNumbers
{
    /// <summary>As many as a busy hospital asks for in a day; the log's index of people then behaves as it would there.</summary>
    public const int Count = 10_000;

    private const int FirstNine = 100_000_019;
    private const int Step = 37_411;

    /// <summary>The numbers as digits.</summary>
    public static IEnumerable<string> All =>
        Enumerable.Range(0, Count).Select(index => Tckn.FromFirstNine(FirstNine + (index * Step)).Value.ToString(CultureInfo.InvariantCulture));
}
