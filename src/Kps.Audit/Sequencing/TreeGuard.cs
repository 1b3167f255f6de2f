using Kps.Evidence.Notes;
using Kps.Evidence.Tiles;
using Kps.Evidence.Trees;

namespace Kps.Audit.Sequencing;

/// <summary>
/// Holds the tree in the database against what was published: it may have grown and nothing else. A database restored from a backup, or whose tree
/// was written anew, is refused; signing on top of it would make two histories under one name.
/// </summary>
internal static class TreeGuard
{
    /// <summary>Checks.</summary>
    /// <param name="published">The last published checkpoint; null when there is none.</param>
    /// <param name="head">The tree in the database.</param>
    /// <param name="tiles">Its tiles.</param>
    /// <param name="origin">Name of the log in its first generation.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="TreeRefusedException">The tree is not a continuation of what was published.</exception>
    /// <exception cref="InvalidDataException">Tiles are missing.</exception>
    public static async Task CheckAsync(SignedNote? published, TreeHead head, ITileSource tiles, string origin, CancellationToken ct)
    {
        if (published is null)
        {
            return;
        }

        var known = Checkpoint.Of(published);
        CheckSize(known, head, origin);
        if (TreeHead.GenerationOf(known.Origin, origin) == head.Generation && await new ProofMaker(tiles, known.Size).RootAsync(ct) != known.Root)
        {
            throw new TreeRefusedException(
                $"The published checkpoint has {known.Size} leaves under another root than the tree in the database: rows or the tree were changed. "
                + "Keep the database and the file of published checkpoints as they are and find out why.");
        }
    }

    /// <summary>The part of the check that reads nothing.</summary>
    /// <exception cref="TreeRefusedException">The tree is smaller than what was published, or another log's.</exception>
    public static void CheckSize(Checkpoint known, TreeHead head, string origin)
    {
        if (TreeHead.GenerationOf(known.Origin, origin) is not { } generation)
        {
            throw new TreeRefusedException($"The published checkpoint is that of the log '{known.Origin}'; this one is '{origin}'.");
        }

        if (generation > head.Generation || (generation == head.Generation && known.Size > head.Size))
        {
            throw new TreeRefusedException(
                $"The tree in the database has {head.Size} leaves, the published checkpoint {known.Size} (origin '{known.Origin}'): the database was set back. "
                + "Restore the newer state, or, when it is lost, record the loss with: kps audit rebase --reason \"…\"");
        }
    }
}
