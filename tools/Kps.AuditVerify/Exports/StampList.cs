using Kps.Evidence.Stamps;
using Kps.Evidence.Trees;

namespace Kps.AuditVerify.Exports;

/// <summary>What one stamp over many was made over.</summary>
internal sealed class StampList
{
    private readonly HashSet<TreeHash> _leaves;

    public StampList(TreeHash[] leaves)
    {
        _leaves = [.. leaves];
        Text = new ReStampList(leaves).ToArray();
    }

    /// <summary>The bytes that were stamped.</summary>
    public byte[] Text { get; }

    /// <summary>Whether something stands in it.</summary>
    public bool Has(TreeHash leaf) => _leaves.Contains(leaf);
}
