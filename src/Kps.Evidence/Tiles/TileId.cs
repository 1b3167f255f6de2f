using System.Globalization;

namespace Kps.Evidence.Tiles;

/// <summary>
/// Names a tile of the tree (c2sp.org/tlog-tiles, "Merkle Tree"): up to 256 consecutive hashes of one level. Hash <c>i</c> of tile <c>n</c> at
/// level <c>l</c> is the root over the leaves from <c>(256 n + i) · 256^l</c> on, <c>256^l</c> of them.
/// </summary>
public readonly record struct TileId
{
    /// <summary>Hashes of a full tile.</summary>
    public const int FullWidth = 256;

    /// <summary>Levels a tree of 2^62 leaves can have.</summary>
    public const int MaxLevels = 8;

    /// <summary>Binary logarithm of <see cref="FullWidth"/>: the height of a tile.</summary>
    internal const int Height = 8;

    /// <summary>Names a tile.</summary>
    /// <param name="level">0 for leaf hashes, up to 7.</param>
    /// <param name="index">Position within the level, from 0.</param>
    /// <param name="width">Hashes it holds: 256, or fewer in a partial tile.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is beyond its limits.</exception>
    public TileId(int level, long index, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, MaxLevels);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, FullWidth);
        Level = level;
        Index = index;
        Width = width;
    }

    /// <summary>0 for leaf hashes; each hash of level <c>l</c> + 1 is the root of a full tile of level <c>l</c>.</summary>
    public int Level { get; }

    /// <summary>Position within the level, from 0.</summary>
    public long Index { get; }

    /// <summary>Hashes it holds.</summary>
    public int Width { get; }

    /// <summary>False while the tree has not filled it; a partial tile is not hashed into the level above.</summary>
    public bool IsFull => Width == FullWidth;

    /// <summary>Where it lies below a log's prefix: <c>tile/0/x001/x234/067</c>, a partial one with <c>.p/112</c> after it.</summary>
    public string Path => $"tile/{Level.ToString(CultureInfo.InvariantCulture)}/{Place}";

    /// <summary>Where the entries of a tile of level 0 lie: <c>tile/entries/x001/x234/067</c>.</summary>
    /// <exception cref="InvalidOperationException">The tile is of another level.</exception>
    public string EntriesPath => Level == 0 ? $"tile/entries/{Place}" : throw new InvalidOperationException("Only tiles of level 0 have entries.");

    private string Place
    {
        get
        {
            var digits = Index.ToString("D3", CultureInfo.InvariantCulture);
            digits = digits.PadLeft((digits.Length + 2) / 3 * 3, '0');
            var parts = Enumerable.Range(0, digits.Length / 3).Select(part => digits.Substring(part * 3, 3)).ToArray();
            var path = string.Concat(parts[..^1].Select(part => $"x{part}/")) + parts[^1];
            return IsFull ? path : $"{path}.p/{Width.ToString(CultureInfo.InvariantCulture)}";
        }
    }

    /// <summary>The tiles at the right edge of a tree that are not full, lowest level first.</summary>
    /// <param name="size">Leaves of the tree.</param>
    public static IEnumerable<TileId> Partial(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return Enumerable.Range(0, MaxLevels)
            .Where(level => WidthAt(size, level) > 0)
            .Select(level => new TileId(level, IndexAt(size, level), WidthAt(size, level)));
    }

    /// <summary>The tile that holds a hash, as wide as it is in a tree of this size.</summary>
    internal static TileId Holding(int level, long position, long size)
    {
        var index = position / FullWidth;
        return new TileId(level, index, (int)Math.Min(FullWidth, (size >> (Height * level)) - (index * FullWidth)));
    }

    private static int WidthAt(long size, int level) => (int)((size >> (Height * level)) % FullWidth);

    private static long IndexAt(long size, int level) => (size >> (Height * level)) / FullWidth;
}
