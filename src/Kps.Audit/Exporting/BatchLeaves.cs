using Kps.Evidence.Trees;

namespace Kps.Audit.Exporting;

/// <summary>
/// Gives the rows of a batch their leaves. As many rows as leaves: by order, whatever the rows say, for a changed row must be shown where it was. Otherwise some
/// are gone or too many, and the hashes in the tree tell which row belongs where.
/// </summary>
internal static class BatchLeaves
{
    /// <summary>Places rows.</summary>
    /// <param name="rows">In the order of the tree.</param>
    /// <param name="leaves">Hashes of the batch's leaves.</param>
    /// <param name="surplus">Takes rows that have no leaf, with the place in the batch they stand before.</param>
    /// <returns>A row or nothing for each leaf.</returns>
    public static ExportRow?[] Place(IReadOnlyList<ExportRow> rows, ReadOnlySpan<TreeHash> leaves, Action<int, ExportRow> surplus)
    {
        var placed = new ExportRow?[leaves.Length];
        if (rows.Count == leaves.Length)
        {
            for (var index = 0; index < rows.Count; index++)
            {
                placed[index] = rows[index];
            }

            return placed;
        }

        var places = new Dictionary<TreeHash, int>(leaves.Length);
        for (var index = 0; index < leaves.Length; index++)
        {
            places.TryAdd(leaves[index], index);
        }

        var strays = new List<(int After, ExportRow Row)>();
        var next = 0;
        foreach (var row in rows)
        {
            if (places.TryGetValue(TreeHash.OfLeaf(row.Entry), out var place) && placed[place] is null)
            {
                placed[place] = row;
                next = place + 1;
            }
            else
            {
                strays.Add((next, row));
            }
        }

        // A row that matches no hash was changed or put in: it is shown in the first place that is free where it stands.
        foreach (var (after, row) in strays)
        {
            if (after < placed.Length && placed[after] is null)
            {
                placed[after] = row;
            }
            else
            {
                surplus(after, row);
            }
        }

        return placed;
    }
}
