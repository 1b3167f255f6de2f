using Kps.Evidence.Tiles;
using Kps.Evidence.Trees;

namespace Kps.Audit.Sequencing;

/// <summary>A full tile on its way to the database.</summary>
internal readonly record struct SealedTile(TileId Id, TreeHash Root, byte[] Hashes);
