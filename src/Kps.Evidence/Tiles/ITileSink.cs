using Kps.Evidence.Trees;

namespace Kps.Evidence.Tiles;

/// <summary>Takes the tiles a growing tree has filled.</summary>
public interface ITileSink
{
    /// <summary>A tile is full and will never change.</summary>
    /// <param name="tile">Its name; a tile comes before the one above it.</param>
    /// <param name="hashes">Its 256 hashes, valid during the call.</param>
    /// <param name="root">The root over them: the hash in the level above.</param>
    void Add(TileId tile, ReadOnlySpan<TreeHash> hashes, TreeHash root);
}
