namespace Kps.Evidence.Trees;

/// <summary>Checks that a leaf stands at its place in a tree (RFC 6962 §2.1.1; the algorithm of RFC 9162 §2.1.3.2).</summary>
public static class InclusionProof
{
    /// <summary>Hashes a proof can have: no tree here has more than 2^62 leaves.</summary>
    public const int MaxHashes = 62;

    /// <summary>Checks a proof.</summary>
    /// <param name="index">The leaf's index, from 0.</param>
    /// <param name="size">Leaves of the tree.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="proof">The hashes beside its way to the root, lowest first.</param>
    /// <param name="root">The root, from a checkpoint that was verified.</param>
    /// <returns>False for whatever does not hold, numbers out of range included.</returns>
    public static bool Verify(long index, long size, TreeHash leaf, IReadOnlyList<TreeHash> proof, TreeHash root)
    {
        if (index < 0 || index >= size || proof.Count > MaxHashes)
        {
            return false;
        }

        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in proof)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                hash = TreeHash.OfNodes(sibling, hash);
                while ((node & 1) == 0 && node != 0)
                {
                    node >>= 1;
                    last >>= 1;
                }
            }
            else
            {
                hash = TreeHash.OfNodes(hash, sibling);
            }

            node >>= 1;
            last >>= 1;
        }

        return last == 0 && hash == root;
    }
}
