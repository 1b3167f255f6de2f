namespace Kps.Audit.Retention;

/// <summary>A month of the log, as it stands before its destruction.</summary>
/// <param name="Month">Its first day; months are of UTC, as partitions and keys are.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="IsCounted">They were counted; of large months only an estimate is known.</param>
/// <param name="Bytes">On disk, indexes included.</param>
/// <param name="IsSealed">Every row is under a checkpoint.</param>
/// <param name="IsStamped">An outside time stamp covers every row; null where none was ever taken and none is asked for.</param>
/// <param name="DueAt">When its term ends: the end of the month, and so many years.</param>
/// <param name="IsDue">Its term has ended.</param>
/// <param name="HoldId">The oldest legal hold on it; null when there is none.</param>
public sealed record LogMonth(
    DateOnly Month, long Rows, bool IsCounted, long Bytes, bool IsSealed, bool? IsStamped, DateTimeOffset DueAt, bool IsDue, int? HoldId)
{
    /// <summary>What keeps a due month from being destroyed; none when nothing does.</summary>
    public RetentionRefusal Obstacle =>
        !IsDue ? RetentionRefusal.NotDue
        : HoldId is not null ? RetentionRefusal.OnHold
        : !IsSealed ? RetentionRefusal.NotSealed
        : IsStamped == false ? RetentionRefusal.NotStamped
        : RetentionRefusal.None;
}
