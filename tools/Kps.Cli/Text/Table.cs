using System.Globalization;

namespace Kps.Cli.Text;

/// <summary>Rows in columns as wide as their widest text, two blanks apart; the last column is not padded.</summary>
/// <param name="headings">One a column.</param>
internal sealed class Table(params string[] headings)
{
    private readonly List<string[]> _rows = [headings];

    /// <summary>Adds a row.</summary>
    /// <param name="cells">As many as there are headings.</param>
    public void Add(params string[] cells)
    {
        if (cells.Length != headings.Length)
        {
            throw new ArgumentException("A row has as many cells as there are headings.", nameof(cells));
        }

        _rows.Add(cells);
    }

    /// <summary>Writes headings and rows; says <c>(yok)</c> when there is no row.</summary>
    public async Task WriteAsync(TextWriter writer)
    {
        foreach (var line in Lines())
        {
            await writer.WriteLineAsync(line);
        }
    }

    /// <summary>Headings and rows, or <c>(yok)</c> below the headings.</summary>
    public IEnumerable<string> Lines()
    {
        var widths = headings.Select((_, column) => _rows.Max(row => WidthOf(row[column]))).ToArray();
        foreach (var row in _rows)
        {
            var cells = row.Select((cell, column) => column == row.Length - 1 ? cell : cell + new string(' ', widths[column] - WidthOf(cell)));
            yield return string.Join("  ", cells).TrimEnd();
        }

        if (_rows.Count == 1)
        {
            yield return "(yok)";
        }
    }

    // Letters as they are counted by a reader: ş may be two code points.
    private static int WidthOf(string text) => new StringInfo(text).LengthInTextElements;
}
