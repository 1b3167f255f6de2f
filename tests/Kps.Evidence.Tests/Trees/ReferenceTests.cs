using Kps.Evidence.Tests.Tiles;
using Kps.Evidence.Trees;

namespace Kps.Evidence.Tests.Trees;

/// <summary>Published numbers.</summary>
public sealed class ReferenceTests
{
    [Test]
    public void Empty_IsTheHashOfNothing() =>
        Assert.That(TreeHash.Empty, Is.EqualTo(ReferenceTree.Hash("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")));

    [Test]
    public void Root_OfEverySizeIsThePublishedOne()
    {
        var builder = new TreeBuilder(new TileStore());
        Assert.That(builder.Root(), Is.EqualTo(TreeHash.Empty));
        for (var size = 1; size <= 8; size++)
        {
            builder.Append(ReferenceTree.Leaf(size - 1));
            Assert.That(builder.Root(), Is.EqualTo(ReferenceTree.Root(size)), $"{size} leaves");
        }
    }

    [TestCaseSource(typeof(ReferenceTree), nameof(ReferenceTree.Inclusions))]
    public async Task Inclusion_IsMadeAndVerified(int index, int size, string[] hashes)
    {
        var proof = ReferenceTree.Hashes(hashes);
        Assert.That(await Maker(size).InclusionAsync(index, CancellationToken.None), Is.EqualTo(proof));
        Assert.That(InclusionProof.Verify(index, size, ReferenceTree.Leaf(index), proof, ReferenceTree.Root(size)));
    }

    [TestCaseSource(typeof(ReferenceTree), nameof(ReferenceTree.Consistencies))]
    public async Task Consistency_IsMadeAndVerified(int oldSize, int newSize, string[] hashes)
    {
        var proof = ReferenceTree.Hashes(hashes);
        Assert.That(await Maker(newSize).ConsistencyAsync(oldSize, CancellationToken.None), Is.EqualTo(proof));
        Assert.That(ConsistencyProof.Verify(oldSize, newSize, ReferenceTree.Root(oldSize), ReferenceTree.Root(newSize), proof));
    }

    private static ProofMaker Maker(int size) =>
        new(TileStore.Of([.. Enumerable.Range(0, 8).Select(ReferenceTree.Leaf)], out _), size);
}
