using Kps.Evidence.Trees;

namespace Kps.Evidence.Tiles;

/// <summary>Where tiles are read from: the log's database or an export.</summary>
public interface ITileSource
{
    /// <summary>Reads a tile.</summary>
    /// <param name="tile">Its name. Of a full tile that is asked for as a partial one, the first hashes will do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>At least <see cref="TileId.Width"/> hashes.</returns>
    /// <exception cref="InvalidDataException">There is no such tile, or it is damaged.</exception>
    ValueTask<ReadOnlyMemory<TreeHash>> ReadAsync(TileId tile, CancellationToken cancellationToken);
}
