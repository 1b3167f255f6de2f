using System.Numerics;

namespace Kps.Evidence.Trees;

/// <summary>Checks that a tree only grew: that an older root's leaves are the first ones of a newer root (RFC 6962 §2.1.2; the algorithm of RFC 9162 §2.1.4.2).</summary>
public static class ConsistencyProof
{
    /// <summary>Hashes a proof can have: no tree here has more than 2^62 leaves.</summary>
    public const int MaxHashes = 63;

    /// <summary>Checks a proof.</summary>
    /// <param name="oldSize">Leaves of the older tree; the empty tree is the beginning of every tree and has an empty proof.</param>
    /// <param name="newSize">Leaves of the newer tree.</param>
    /// <param name="oldRoot">The older root.</param>
    /// <param name="newRoot">The newer root.</param>
    /// <param name="proof">The proof.</param>
    /// <returns>False for whatever does not hold, numbers out of range included.</returns>
    public static bool Verify(long oldSize, long newSize, TreeHash oldRoot, TreeHash newRoot, IReadOnlyList<TreeHash> proof)
    {
        if (oldSize < 0 || newSize < oldSize || proof.Count > MaxHashes)
        {
            return false;
        }

        if (oldSize == newSize || oldSize == 0)
        {
            return proof.Count == 0 && (oldSize == newSize ? oldRoot == newRoot : oldRoot == TreeHash.Empty);
        }

        // A perfect older tree is a node of the newer one: its root is known and left out of the proof.
        var isPerfect = BitOperations.IsPow2(oldSize);
        if (proof.Count == 0 && !isPerfect)
        {
            return false;
        }

        var (node, last) = (oldSize - 1, newSize - 1);
        while ((node & 1) == 1)
        {
            node >>= 1;
            last >>= 1;
        }

        var oldHash = isPerfect ? oldRoot : proof[0];
        var newHash = oldHash;
        for (var next = isPerfect ? 0 : 1; next < proof.Count; next++)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                oldHash = TreeHash.OfNodes(proof[next], oldHash);
                newHash = TreeHash.OfNodes(proof[next], newHash);
                while ((node & 1) == 0 && node != 0)
                {
                    node >>= 1;
                    last >>= 1;
                }
            }
            else
            {
                newHash = TreeHash.OfNodes(newHash, proof[next]);
            }

            node >>= 1;
            last >>= 1;
        }

        return last == 0 && oldHash == oldRoot && newHash == newRoot;
    }
}
