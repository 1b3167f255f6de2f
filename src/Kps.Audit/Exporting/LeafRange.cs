using Kps.Audit.Entry;
using Kps.Evidence.Exports;
using Kps.Evidence.Tiles;

namespace Kps.Audit.Exporting;

/// <summary>
/// Finds the leaves of a span of time. The tree is in the order of transactions, which is that of time give or take what a row waits for its commit and what
/// clocks differ; so the span is widened by <see cref="Slack"/>, and one batch wholly outside is taken at either end: a verifier sees by it that nothing was left out at the edge.
/// </summary>
internal static class LeafRange
{
    /// <summary>Far beyond any wait for a commit and any clock that is minded.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    /// <summary>Finds them.</summary>
    /// <param name="tables">The log.</param>
    /// <param name="request">The span.</param>
    /// <param name="size">Leaves of the tree.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>First leaf, a multiple of 256, and the leaf after the last, the end of a batch.</returns>
    public static async Task<(long First, long End)> FindAsync(ExportTables tables, ExportRequest request, long size, CancellationToken ct)
    {
        var (first, end) = (0L, size);
        if (request.From is { } from)
        {
            // The batch before the first that reaches into the span.
            var border = EntryTime.ToUnixMicroseconds(from - Slack);
            var inside = await SearchAsync(tables, size, batch => batch.RecordedTo >= border, ct);
            var before = inside > 0 ? (await tables.BatchOfLeafAsync(inside - 1, ct))!.Value.FirstIndex : 0;
            first = before - (before % TileId.FullWidth);
        }

        if (request.To is { } to)
        {
            var border = EntryTime.ToUnixMicroseconds(to + Slack);
            var outside = await SearchAsync(tables, size, batch => batch.RecordedFrom >= border, ct);
            end = outside < size ? (await tables.BatchOfLeafAsync(outside, ct))!.Value.End : size;
        }

        return (first, end);
    }

    /// <summary>First leaf of the first batch that is so, all later ones being so too; the tree's size when none is.</summary>
    private static async Task<long> SearchAsync(ExportTables tables, long size, Func<ExportBatch, bool> isSo, CancellationToken ct)
    {
        var (low, high) = (0L, size);
        while (low < high)
        {
            var batch = await tables.BatchOfLeafAsync(low + ((high - low) / 2), ct) ?? throw new InvalidDataException("The map of the tree does not begin at leaf 0.");
            if (isSo(batch))
            {
                high = batch.FirstIndex;
            }
            else
            {
                low = batch.End;
            }
        }

        return low;
    }
}
