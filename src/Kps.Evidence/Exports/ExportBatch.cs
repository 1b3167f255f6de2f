using System.Globalization;

namespace Kps.Evidence.Exports;

/// <summary>A line of the map in an export: leaves <see cref="FirstIndex"/> to <see cref="End"/> − 1 are all rows of these transactions. A checkpoint was made at its end.</summary>
/// <param name="FirstIndex">Its first leaf.</param>
/// <param name="Rows">Its leaves, at least one.</param>
/// <param name="FirstTx">First transaction.</param>
/// <param name="LastTx">Last transaction.</param>
/// <param name="RecordedFrom">Least time of its rows, µs since 1970-01-01 UTC.</param>
/// <param name="RecordedTo">Greatest time of its rows, µs since 1970-01-01 UTC.</param>
public readonly record struct ExportBatch(long FirstIndex, int Rows, long FirstTx, long LastTx, long RecordedFrom, long RecordedTo)
{
    private const int Numbers = 6;

    /// <summary>The leaf after its last.</summary>
    public long End => FirstIndex + Rows;

    /// <summary>Reads a line.</summary>
    /// <param name="line">Six decimal numbers in the order of the parameters, a blank between them.</param>
    /// <exception cref="FormatException">It is something else.</exception>
    public static ExportBatch Parse(string line)
    {
        var parts = line.Split(' ');
        var numbers = new long[Numbers];
        for (var index = 0; index < Numbers; index++)
        {
            if (parts.Length != Numbers || !long.TryParse(parts[index], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[index]))
            {
                throw new FormatException("A line of the map has six numbers.");
            }
        }

        return numbers[0] is >= 0 and < 1L << 62 && numbers[1] is > 0 and <= int.MaxValue && numbers[2] <= numbers[3] && numbers[4] <= numbers[5]
            ? new ExportBatch(numbers[0], (int)numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
            : throw new FormatException("A line of the map has numbers that cannot be.");
    }

    /// <summary>The line, without its newline.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{FirstIndex} {Rows} {FirstTx} {LastTx} {RecordedFrom} {RecordedTo}");
}
