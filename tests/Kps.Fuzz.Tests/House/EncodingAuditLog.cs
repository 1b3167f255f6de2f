using Kps.Audit;
using Kps.Audit.Processes;
using Kps.Audit.Vault;
using Kps.Audit.Writing;

namespace Kps.Fuzz.Tests.House;

/// <summary>
/// The log without its database: every row is sealed and encoded by the real encoder, so that hostile text reaches it too, and then dropped.
/// </summary>
internal sealed class EncodingAuditLog(TimeProvider time) : IAuditLog, IAuditState, IDisposable
{
    private readonly Lock _gate = new();
    private readonly WriterProcess _process = new(7, time.GetUtcNow());
    private readonly VaultKey _bodyKey = new(1, new byte[VaultKey.KeyBytes]);
    private readonly VaultKey _subjectKey = new(2, new byte[VaultKey.KeyBytes]);
    private RowEncoder? _encoder;
    private AuditTrace _trace = new(0, 0, null, null, null);

    public bool IsConnected => true;

    public int QueuedRows => 0;

    private RowEncoder Encoder => _encoder ??= new RowEncoder(new RowPool(), _process);

    /// <summary>Says what was written and forgets it.</summary>
    public AuditTrace Take()
    {
        lock (_gate)
        {
            var trace = _trace;
            _trace = new AuditTrace(0, 0, null, null, null);
            return trace;
        }
    }

    public IslemNo NextIslemNo() => _process.IslemNumbers.Next();

    public ValueTask<AuditTicket> OpenAsync(CallFacts facts, SealedText? criteria, CancellationToken ct)
    {
        Write(
            () => Encoder.Encode(AuditKind.Opened, facts, null, criteria, time.GetUtcNow(), _bodyKey, _subjectKey),
            trace => trace with { Intents = trace.Intents + 1, Intent = facts });
        return new(new AuditTicket(facts.IslemNo, facts.ReceivedAt, TimeSpan.Zero));
    }

    public ValueTask CloseAsync(AuditTicket ticket, CallOutcome outcome, SealedText? result)
    {
        ticket.MarkClosed();
        Write(
            () => Encoder.Encode(ticket, outcome, result, time.GetUtcNow(), _bodyKey),
            trace => trace with { Ends = trace.Ends + 1, Cause = outcome.Cause });
        return default;
    }

    public ValueTask RefuseAsync(CallFacts facts, CallRefusal refusal, SealedText? criteria)
    {
        Write(
            () => Encoder.Encode(AuditKind.Refused, facts, refusal, criteria, time.GetUtcNow(), _bodyKey, _subjectKey),
            trace => trace with { Ends = trace.Ends + 1, Cause = refusal.Cause });
        return default;
    }

    public ValueTask IssueAsync(CallFacts facts, SealedText? criteria)
    {
        Write(
            () => Encoder.Encode(AuditKind.TokenIssued, facts, null, criteria, time.GetUtcNow(), _bodyKey, _subjectKey),
            trace => trace with { Ends = trace.Ends + 1, Issue = facts });
        return default;
    }

    public void Dispose()
    {
        _bodyKey.Dispose();
        _subjectKey.Dispose();
    }

    private void Write(Func<PendingRow> encode, Func<AuditTrace, AuditTrace> note)
    {
        lock (_gate)
        {
            encode().Abandon();
            _trace = note(_trace);
        }
    }
}
