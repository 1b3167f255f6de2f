using Kps.Audit.Entry;
using Kps.Audit.Sequencing;
using Kps.Evidence.Exports;
using Kps.Evidence.Trees;
using Npgsql;

namespace Kps.Audit.Exporting;

/// <summary>Explains leaves without rows by the months that were destroyed after their term, each with the proof of its act.</summary>
internal sealed class DestroyedMonths
{
    private readonly List<Month> _months = [];
    private readonly List<ExportDestroyed> _ranges = [];
    private readonly List<ExportAct> _acts = [];

    /// <summary>Leaves explained so far.</summary>
    public long Leaves { get; private set; }

    /// <summary>Leaves that nothing explains.</summary>
    public long Missing { get; private set; }

    /// <summary>The ranges, in order.</summary>
    public IReadOnlyList<ExportDestroyed> Ranges => _ranges;

    /// <summary>The acts that the ranges name.</summary>
    public IReadOnlyList<ExportAct> Acts => [.. _acts.Where((_, index) => _ranges.Exists(range => range.IslemNo == _months[index].IslemNo))];

    /// <summary>Reads which months were destroyed, and proves their acts.</summary>
    /// <param name="connection">Of role kps_panel.</param>
    /// <param name="tables">The log.</param>
    /// <param name="size">Leaves of the newest checkpoint.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<DestroyedMonths> ReadAsync(NpgsqlConnection connection, ExportTables tables, long size, CancellationToken ct)
    {
        var months = new DestroyedMonths();
        var proofs = new ProofMaker(new TreeTables(connection), size);
        foreach (var (start, number) in await NumbersAsync(connection, ct))
        {
            foreach (var row in await tables.RowsOfAsync(number, ct))
            {
                if (await SealedLeaves.FindAsync(connection, tables, row, ct) is { } leaf && leaf < size)
                {
                    var from = new DateTimeOffset(start.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
                    months._months.Add(new Month(
                        start.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture),
                        EntryTime.ToUnixMicroseconds(from),
                        EntryTime.ToUnixMicroseconds(from.AddMonths(1)),
                        number.ToString()));
                    months._acts.Add(new ExportAct(leaf, row.Entry, await proofs.InclusionAsync(leaf, ct)));
                }
            }
        }

        return months;
    }

    /// <summary>Takes note of a leaf that has no row.</summary>
    /// <param name="leaf">Its index.</param>
    /// <param name="batch">Its batch.</param>
    public void Explain(long leaf, ExportBatch batch)
    {
        if (_months.Find(month => batch.RecordedFrom < month.To && batch.RecordedTo >= month.From) is not { } destroyed)
        {
            Missing++;
            return;
        }

        Leaves++;
        if (_ranges.Count > 0 && _ranges[^1] is var last && last.EndLeaf == leaf && last.IslemNo == destroyed.IslemNo)
        {
            _ranges[^1] = last with { EndLeaf = leaf + 1 };
        }
        else
        {
            _ranges.Add(new ExportDestroyed(leaf, leaf + 1, destroyed.Name, destroyed.IslemNo));
        }
    }

    /// <summary>A month is destroyed together with the key of its bodies, and the key says by which act.</summary>
    private static async Task<List<(DateOnly Month, IslemNo IslemNo)>> NumbersAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "SELECT period, destroyed_by FROM audit.key_listing WHERE purpose = 'body' AND destroyed_by IS NOT NULL ORDER BY period", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var numbers = new List<(DateOnly, IslemNo)>();
        while (await reader.ReadAsync(ct))
        {
            if (IslemNo.TryCreate(reader.GetInt64(1), out var number))
            {
                numbers.Add((reader.GetFieldValue<DateOnly>(0), number));
            }
        }

        return numbers;
    }

    private sealed record Month(string Name, long From, long To, string IslemNo);
}
