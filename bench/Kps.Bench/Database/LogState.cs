namespace Kps.Bench.Database;

/// <summary>The size of the log at one moment.</summary>
/// <param name="Heap">Bytes of the tables, with what belongs to them (TOAST, maps).</param>
/// <param name="Indexes">Bytes of the indexes.</param>
/// <param name="Wal">Position in the write-ahead log.</param>
internal sealed record LogState(long Heap, long Indexes, long Wal)
{
    public static LogState operator -(LogState after, LogState before) =>
        new(after.Heap - before.Heap, after.Indexes - before.Indexes, after.Wal - before.Wal);

    public static LogState operator +(LogState one, LogState other) =>
        new(one.Heap + other.Heap, one.Indexes + other.Indexes, one.Wal + other.Wal);
}
