using FsCheck;
using FsCheck.Fluent;
using Kps.Evidence.Tests.Tiles;
using Kps.Evidence.Tiles;
using Kps.Evidence.Trees;

namespace Kps.Evidence.Tests.Trees;

/// <summary>Builder, tiles and proofs against the naive tree.</summary>
public sealed class TreeProperties
{
    private const int Most = 1200;

    private static readonly TreeHash[] Leaves = NaiveTree.Leaves(Most);

    private static Arbitrary<(int Size, int Part)> SizeAndPart =>
        (from size in Gen.Choose(1, Most) from part in Gen.Choose(0, size) select (size, part)).ToArbitrary();

    [Test]
    public void Root_OfEverySizeIsTheNaiveOne()
    {
        var builder = new TreeBuilder(new TileStore());
        for (var size = 0; size <= Most; size++)
        {
            Assert.That(builder.Root(), Is.EqualTo(NaiveTree.Root(Leaves.AsSpan(0, size))), $"{size} leaves");
            if (size < Most)
            {
                builder.Append(Leaves[size]);
            }
        }
    }

    [Test]
    public void Inclusion_IsTheNaiveOneAndVerifies() =>
        Prop.ForAll(SizeAndPart, pair =>
        {
            var (size, index) = (pair.Size, Math.Min(pair.Part, pair.Size - 1));
            var proof = Done(new ProofMaker(TileStore.Of(Leaves, out _), size).InclusionAsync(index, CancellationToken.None));
            var leaves = Leaves.AsSpan(0, size);
            return proof.SequenceEqual(NaiveTree.Inclusion(index, leaves))
                && InclusionProof.Verify(index, size, Leaves[index], proof, NaiveTree.Root(leaves));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Test]
    public void Consistency_IsTheNaiveOneAndVerifies() =>
        Prop.ForAll(SizeAndPart, pair =>
        {
            var (size, oldSize) = (pair.Size, pair.Part);
            var proof = Done(new ProofMaker(TileStore.Of(Leaves, out _), size).ConsistencyAsync(oldSize, CancellationToken.None));
            var leaves = Leaves.AsSpan(0, size);
            return proof.SequenceEqual(NaiveTree.Consistency(oldSize, leaves))
                && ConsistencyProof.Verify(oldSize, size, NaiveTree.Root(leaves[..oldSize]), NaiveTree.Root(leaves), proof);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Test]
    public void Consistency_DoesNotVerifyATreeWithAnotherPast() =>
        Prop.ForAll(SizeAndPart, pair =>
        {
            var (size, oldSize) = (pair.Size, Math.Max(pair.Part, 1));
            TreeHash[] changed = [.. Leaves[..size]];
            changed[oldSize - 1] = TreeHash.OfLeaf("changed"u8);
            var proof = NaiveTree.Consistency(oldSize, changed);
            return !ConsistencyProof.Verify(oldSize, size, NaiveTree.Root(Leaves.AsSpan(0, oldSize)), NaiveTree.Root(changed), proof);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Test]
    public void Resumed_GoesOnAsIfItHadNeverStopped() =>
        Prop.ForAll(SizeAndPart, pair =>
        {
            var store = TileStore.Of(Leaves.AsSpan(0, pair.Part), out _);
            var resumed = Done(TreeBuilder.ResumeAsync(pair.Part, store, store, CancellationToken.None));
            foreach (var leaf in Leaves.AsSpan(pair.Part, pair.Size - pair.Part))
            {
                resumed.Append(leaf);
            }

            return resumed.Size == pair.Size
                && resumed.Root() == NaiveTree.Root(Leaves.AsSpan(0, pair.Size))
                && resumed.OpenLeaves.SequenceEqual(Leaves.AsSpan(pair.Size - (pair.Size % 256), pair.Size % 256))
                && store.FullTiles == pair.Size / 256;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    /// <summary>Three levels of tiles: too many leaves for the naive tree, so each proof is held against the root the builder gives.</summary>
    [Test]
    public async Task Proofs_HoldAcrossThreeLevels()
    {
        var leaves = NaiveTree.Leaves(140_000);
        var store = TileStore.Of(leaves, out var builder);
        var root = builder.Root();
        var maker = new ProofMaker(store, leaves.Length);
        Assert.That(await maker.RootAsync(CancellationToken.None), Is.EqualTo(root));
        Assert.That(store.Reads, Is.LessThanOrEqualTo(6));
        foreach (var index in new[] { 0, 255, 256, 65_535, 65_536, 131_071, 131_072, 139_999 })
        {
            var proof = await maker.InclusionAsync(index, CancellationToken.None);
            Assert.That(InclusionProof.Verify(index, leaves.Length, leaves[index], proof, root), $"{index}");
        }

        foreach (var oldSize in new[] { 1, 256, 65_536, 70_000, 131_072, 139_999 })
        {
            var oldRoot = await new ProofMaker(store, oldSize).RootAsync(CancellationToken.None);
            var proof = await maker.ConsistencyAsync(oldSize, CancellationToken.None);
            Assert.That(ConsistencyProof.Verify(oldSize, leaves.Length, oldRoot, root, proof), $"{oldSize}");
        }
    }

    [Test]
    public void Append_MakesNoObjects()
    {
        var builder = new TreeBuilder(new Discard());
        for (var leaf = 0; leaf < 70_000; leaf++)
        {
            builder.Append(Leaves[leaf % Most]);
        }

        var started = Environment.CpuUsage.TotalTime;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var leaf = 0; leaf < 100_000; leaf++)
        {
            builder.Append(Leaves[leaf % Most]);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        TestContext.Out.WriteLine($"{(Environment.CpuUsage.TotalTime - started).TotalMicroseconds / 100_000:F2} µs of processor time a leaf, its own hash not counted");
        Assert.That(allocated, Is.LessThan(1024));
    }

    [Test]
    public void Proofs_BeyondTheTreeAreRefused()
    {
        var maker = new ProofMaker(new TileStore(), 5);
        Assert.That(() => maker.InclusionAsync(5, CancellationToken.None), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => maker.InclusionAsync(-1, CancellationToken.None), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => maker.ConsistencyAsync(6, CancellationToken.None), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    private static T Done<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private sealed class Discard : ITileSink
    {
        public void Add(TileId tile, ReadOnlySpan<TreeHash> hashes, TreeHash root)
        {
            // What becomes of a tile is another test's.
        }
    }
}
