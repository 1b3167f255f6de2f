using Kps.Evidence.Trees;

namespace Kps.Evidence.Tests.Trees;

/// <summary>What must not verify, after the corruptions the reference implementations are tested with.</summary>
public sealed class ForgeryTests
{
    private static readonly TreeHash Other = ReferenceTree.Hash("abacaba000000000000000000000000000000000000000000060061e00123456");

    [TestCaseSource(typeof(ReferenceTree), nameof(ReferenceTree.Inclusions))]
    public void Inclusion_OfAnythingElseIsRefused(int index, int size, string[] hashes)
    {
        var proof = ReferenceTree.Hashes(hashes);
        var (leaf, root) = (ReferenceTree.Leaf(index), ReferenceTree.Root(size));
        Assert.Multiple(() =>
        {
            foreach (var (wrongIndex, wrongSize) in new[] { (index - 1, size), (index + 1, size), (index ^ 2, size), (index, size * 2), (index, size / 2), (-1, size), (size, size) })
            {
                Assert.That(InclusionProof.Verify(wrongIndex, wrongSize, leaf, proof, root), Is.False, $"{wrongIndex} of {wrongSize}");
            }

            Assert.That(InclusionProof.Verify(index, size, Other, proof, root), Is.False, "another leaf");
            Assert.That(InclusionProof.Verify(index, size, leaf, proof, Other), Is.False, "another root");
            Assert.That(InclusionProof.Verify(index, size, leaf, proof, TreeHash.Empty), Is.False, "the empty root");
            foreach (var (what, wrong) in Damaged(proof, root))
            {
                Assert.That(InclusionProof.Verify(index, size, leaf, wrong, root), Is.False, what);
            }
        });
    }

    [TestCaseSource(typeof(ReferenceTree), nameof(ReferenceTree.Consistencies))]
    public void Consistency_OfAnythingElseIsRefused(int oldSize, int newSize, string[] hashes)
    {
        var proof = ReferenceTree.Hashes(hashes);
        var (oldRoot, newRoot) = (ReferenceTree.Root(oldSize), ReferenceTree.Root(newSize));
        Assert.Multiple(() =>
        {
            foreach (var (what, wrong) in Damaged(proof, newRoot).Concat(Damaged(proof, oldRoot)))
            {
                Assert.That(ConsistencyProof.Verify(oldSize, newSize, oldRoot, newRoot, wrong), Is.False, what);
            }

            Assert.That(ConsistencyProof.Verify(oldSize, newSize, Other, newRoot, proof), Is.False, "another old root");
            Assert.That(ConsistencyProof.Verify(oldSize, newSize, oldRoot, Other, proof), Is.False, "another new root");
            Assert.That(ConsistencyProof.Verify(newSize, oldSize - 1, newRoot, oldRoot, proof), Is.False, "back in time");
            if (oldSize == newSize)
            {
                return;
            }

            Assert.That(ConsistencyProof.Verify(oldSize, newSize, newRoot, oldRoot, proof), Is.False, "roots exchanged");
            Assert.That(ConsistencyProof.Verify(oldSize, newSize, oldRoot, newRoot, []), Is.False, "no proof");
            foreach (var (wrongOld, wrongNew) in new[] { (oldSize - 1, newSize), (oldSize + 1, newSize), (oldSize ^ 2, newSize), (oldSize, newSize * 2), (oldSize, newSize / 2) })
            {
                Assert.That(ConsistencyProof.Verify(wrongOld, wrongNew, oldRoot, newRoot, proof), Is.False, $"{wrongOld} to {wrongNew}");
            }
        });
    }

    [Test]
    public void EmptyTree_IsTheBeginningOfEveryTreeAndHasOneRoot()
    {
        Assert.That(ConsistencyProof.Verify(0, 8, TreeHash.Empty, ReferenceTree.Root(8), []));
        Assert.That(ConsistencyProof.Verify(0, 0, TreeHash.Empty, TreeHash.Empty, []));
        Assert.That(ConsistencyProof.Verify(0, 8, Other, ReferenceTree.Root(8), []), Is.False);
        Assert.That(ConsistencyProof.Verify(0, 8, TreeHash.Empty, ReferenceTree.Root(8), [Other]), Is.False);
        Assert.That(ConsistencyProof.Verify(-1, 8, TreeHash.Empty, ReferenceTree.Root(8), []), Is.False);
        Assert.That(InclusionProof.Verify(0, 0, Other, [], TreeHash.Empty), Is.False);
    }

    [Test]
    public void LeafThatLooksLikeANode_IsAnotherHash()
    {
        var (left, right) = (ReferenceTree.Leaf(0), ReferenceTree.Leaf(1));
        Assert.That(TreeHash.OfLeaf([.. left.ToArray(), .. right.ToArray()]), Is.Not.EqualTo(TreeHash.OfNodes(left, right)));
        Assert.That(() => new TreeHash(new byte[31]), Throws.ArgumentException);
    }

    private static IEnumerable<(string What, TreeHash[] Proof)> Damaged(TreeHash[] proof, TreeHash root)
    {
        yield return ("root behind", [.. proof, root]);
        yield return ("root before", [root, .. proof]);
        yield return ("something behind", [.. proof, Other]);
        yield return ("far too long", [.. Enumerable.Repeat(Other, 100)]);
        for (var place = 0; place < proof.Length; place++)
        {
            var bytes = proof[place].ToArray();
            bytes[0] ^= 8;
            TreeHash[] flipped = [.. proof];
            flipped[place] = new TreeHash(bytes);
            yield return ($"bit of hash {place}", flipped);
            yield return ($"without hash {place}", [.. proof[..place], .. proof[(place + 1)..]]);
            yield return ($"hash {place} twice", [.. proof[..place], proof[place], .. proof[place..]]);
        }
    }
}
