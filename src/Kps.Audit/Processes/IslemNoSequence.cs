namespace Kps.Audit.Processes;

/// <summary>The işlem numbers of one process: its registered prefix and a counter; skips those whose check is not a plain letter or digit.</summary>
internal sealed class IslemNoSequence(int prefix)
{
    private long _counter;

    /// <summary>The next number.</summary>
    /// <exception cref="AuditUnavailableException">All 2^36 numbers of the process are used; restart it.</exception>
    public IslemNo Next()
    {
        while (true)
        {
            var counter = Interlocked.Increment(ref _counter);
            if (counter > IslemNo.CounterMask)
            {
                throw new AuditUnavailableException("This process has issued all its işlem numbers; restart it.");
            }

            if (IslemNo.TryCreate(((long)prefix << IslemNo.CounterBits) | counter, out var islemNo))
            {
                return islemNo;
            }
        }
    }
}
