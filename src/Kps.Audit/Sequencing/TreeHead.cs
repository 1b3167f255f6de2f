using Kps.Evidence.Notes;
using Kps.Evidence.Trees;

namespace Kps.Audit.Sequencing;

/// <summary>Where the tree in the database stands.</summary>
/// <param name="Generation">1, and one more with each re-base.</param>
/// <param name="Size">Leaves that are sequenced.</param>
/// <param name="LastTx">Transaction of the last of them; 0 when there is none.</param>
/// <param name="Root">Root on the newest checkpoint; that of the empty tree when there is none.</param>
/// <param name="Note">The newest checkpoint; null when there is none.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="OldestOpenTx">Every lower transaction has ended.</param>
internal sealed record TreeHead(int Generation, long Size, long LastTx, TreeHash Root, SignedNote? Note, DateTimeOffset? MadeAt, long OldestOpenTx)
{
    /// <summary>Name of the log in a generation: a tree that was set back is another log, as c2sp.org/tlog-checkpoint wants it.</summary>
    public static string OriginOf(string origin, int generation) => generation == 1 ? origin : $"{origin}/{generation}";

    /// <summary>The name in the first generation, from that in a later one; a checkpoint's generation is at most the newest there is.</summary>
    public static string BaseOf(string origin, int newest)
    {
        for (var generation = newest; generation > 1; generation--)
        {
            var suffix = OriginOf(string.Empty, generation);
            if (origin.EndsWith(suffix, StringComparison.Ordinal))
            {
                return origin[..^suffix.Length];
            }
        }

        return origin;
    }

    /// <summary>The generation a checkpoint belongs to; null when it is another log's.</summary>
    public static int? GenerationOf(string origin, string ours)
    {
        if (origin == ours)
        {
            return 1;
        }

        return origin.StartsWith(ours + "/", StringComparison.Ordinal)
            && int.TryParse(origin.AsSpan(ours.Length + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var generation)
            && generation > 1
            && OriginOf(ours, generation) == origin ? generation : null;
    }
}
