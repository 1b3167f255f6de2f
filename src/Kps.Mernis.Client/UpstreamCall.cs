using Kps.Contracts;
using Kps.Mernis.Services;
using Kps.Mernis.Transport;

namespace Kps.Mernis;

/// <summary>The record of one call while it runs: what is asked, what was tried, and what it cost.</summary>
internal abstract class UpstreamCall(Tckn? sorgulayan, CancellationToken ct)
{
    private readonly List<UpstreamAttempt> _attempts = new(2);
    private bool _retried;

    public abstract MernisService Service { get; }

    public Tckn? Sorgulayan => sorgulayan;

    /// <summary>The caller's own cancellation, as opposed to budgets that run out.</summary>
    public CancellationToken Ct => ct;

    public IReadOnlyList<UpstreamAttempt> Attempts => _attempts;

    public TimeSpan StsTime { get; private set; }

    public TimeSpan QueryTime { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>What the last query attempt came to; null when it was answered or none was made.</summary>
    public UpstreamFault? LastQueryFault { get; private set; }

    /// <summary>Writes the members of the criterion.</summary>
    public abstract void WriteCriterion(RequestBuffer message);

    /// <summary>Reads the body of a 200.</summary>
    /// <returns>Null when it is no answer to this question.</returns>
    public abstract QueryOutcome? TryRead(ArraySegment<byte> body);

    /// <summary>True exactly once: the whole call has one retry, whichever token it is made with.</summary>
    public bool TakeRetry() => !_retried && (_retried = true);

    public void WaitedForToken(TimeSpan time) => StsTime += time;

    public void AskedForToken(IReadOnlyList<UpstreamAttempt> attempts) => _attempts.AddRange(attempts);

    public void Queried(UpstreamAttempt attempt)
    {
        QueryTime += attempt.Duration;
        SentAt = attempt.StartedAt;
        LastQueryFault = attempt.Fault;
        _attempts.Add(attempt);
    }
}
