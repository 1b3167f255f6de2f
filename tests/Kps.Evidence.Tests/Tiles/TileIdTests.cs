using Kps.Evidence.Tiles;

namespace Kps.Evidence.Tests.Tiles;

public sealed class TileIdTests
{
    [TestCase(0, 0L, 256, "tile/0/000")]
    [TestCase(0, 999L, 256, "tile/0/999")]
    [TestCase(1, 1000L, 256, "tile/1/x001/000")]
    [TestCase(0, 1234067L, 256, "tile/0/x001/x234/067")]
    [TestCase(0, 1234067L, 112, "tile/0/x001/x234/067.p/112")]
    [TestCase(2, 0L, 1, "tile/2/000.p/1")]
    public void Path_IsThatOfTheSpecification(int level, long index, int width, string path) =>
        Assert.That(new TileId(level, index, width).Path, Is.EqualTo(path));

    [Test]
    public void EntriesPath_IsThatOfTheTileOfLeaves()
    {
        Assert.That(new TileId(0, 1234067, 7).EntriesPath, Is.EqualTo("tile/entries/x001/x234/067.p/7"));
        Assert.That(() => new TileId(1, 0, 7).EntriesPath, Throws.InvalidOperationException);
    }

    /// <summary>The two examples of c2sp.org/tlog-tiles, "Partial Tiles", and the edges around them.</summary>
    [TestCase(70_000L, new[] { "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1" })]
    [TestCase(256L, new[] { "tile/1/000.p/1" })]
    [TestCase(255L, new[] { "tile/0/000.p/255" })]
    [TestCase(65_536L, new[] { "tile/2/000.p/1" })]
    [TestCase(0L, new string[0])]
    public void Partial_AreThoseOfTheRightEdge(long size, string[] paths) =>
        Assert.That(TileId.Partial(size).Select(tile => tile.Path), Is.EqualTo(paths));

    [TestCase(-1, 0L, 1)]
    [TestCase(8, 0L, 1)]
    [TestCase(0, -1L, 1)]
    [TestCase(0, 0L, 0)]
    [TestCase(0, 0L, 257)]
    public void Impossible_IsRefused(int level, long index, int width) =>
        Assert.That(() => new TileId(level, index, width), Throws.TypeOf<ArgumentOutOfRangeException>());
}
