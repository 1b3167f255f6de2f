namespace Kps.Audit;

/// <summary>
/// Proof that the intent row of a call is durable. Only the log can make one, so code that asks for a ticket cannot forward a query
/// that is not written down.
/// </summary>
public sealed class AuditTicket
{
    private int _closed;

    internal AuditTicket(IslemNo islemNo, DateTimeOffset openedAt, TimeSpan commitTime)
    {
        IslemNo = islemNo;
        OpenedAt = openedAt;
        CommitTime = commitTime;
    }

    /// <summary>The call's number; it ties the outcome row to the intent row.</summary>
    public IslemNo IslemNo { get; }

    /// <summary>The time on the intent row.</summary>
    public DateTimeOffset OpenedAt { get; }

    /// <summary>How long the intent row took to become durable; stands on the outcome row.</summary>
    public TimeSpan CommitTime { get; }

    internal void MarkClosed()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            throw new InvalidOperationException($"The outcome of işlem {IslemNo} has already been written.");
        }
    }
}
