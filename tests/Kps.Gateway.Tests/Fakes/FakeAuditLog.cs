using Kps.Audit;

namespace Kps.Gateway.Tests.Fakes;

/// <summary>Keeps the rows in memory; a test may take the book away at any of its four moments.</summary>
internal sealed class FakeAuditLog : IAuditLog
{
    public const long FirstNumber = (1L << 36) + 5;

    private long _next = FirstNumber;

    public List<CallFacts> Intents { get; } = [];

    public List<(AuditTicket Ticket, CallOutcome Outcome, SealedText? Result)> Outcomes { get; } = [];

    public List<(CallFacts Facts, CallRefusal Refusal, SealedText? Criteria)> Refusals { get; } = [];

    public List<(CallFacts Facts, SealedText? Criteria)> Issues { get; } = [];

    public Exception? OnNumber { get; set; }

    public Exception? OnOpen { get; set; }

    public Exception? OnEnd { get; set; }

    /// <summary>True: every call gets the same number, so that answers can be compared as bytes.</summary>
    public bool IsNumberFixed { get; init; }

    public static IslemNo Number(long value = FirstNumber) =>
        IslemNo.TryCreate(value, out var number) ? number : throw new InvalidOperationException("Never issued.");

    public IslemNo NextIslemNo()
    {
        if (OnNumber is { } exception)
        {
            throw exception;
        }

        IslemNo number;
        while (!IslemNo.TryCreate(_next++, out number))
        {
        }

        _next = IsNumberFixed ? FirstNumber : _next;
        return number;
    }

    public ValueTask<AuditTicket> OpenAsync(CallFacts facts, SealedText? criteria, CancellationToken ct)
    {
        if (OnOpen is { } exception)
        {
            throw exception;
        }

        Intents.Add(facts);
        return new(new AuditTicket(facts.IslemNo, facts.ReceivedAt, TimeSpan.Zero));
    }

    public ValueTask CloseAsync(AuditTicket ticket, CallOutcome outcome, SealedText? result)
    {
        if (OnEnd is { } exception)
        {
            throw exception;
        }

        Outcomes.Add((ticket, outcome, result));
        return default;
    }

    public ValueTask RefuseAsync(CallFacts facts, CallRefusal refusal, SealedText? criteria)
    {
        if (OnEnd is { } exception)
        {
            throw exception;
        }

        Refusals.Add((facts, refusal, criteria));
        return default;
    }

    public ValueTask IssueAsync(CallFacts facts, SealedText? criteria)
    {
        if (OnEnd is { } exception)
        {
            throw exception;
        }

        Issues.Add((facts, criteria));
        return default;
    }
}
