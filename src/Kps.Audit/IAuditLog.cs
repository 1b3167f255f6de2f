namespace Kps.Audit;

/// <summary>
/// The book of calls. Rows are only ever added; each method returns when its row is durable (committed with synchronous_commit = on)
/// and throws <see cref="AuditUnavailableException"/> when that is not known. There is no way to turn it off.
/// </summary>
public interface IAuditLog
{
    /// <summary>The next number of this process, unique for ever: registered process prefix and counter.</summary>
    /// <exception cref="AuditUnavailableException">The process is not registered yet.</exception>
    IslemNo NextIslemNo();

    /// <summary>Writes the intent before the query leaves for NVİ.</summary>
    /// <param name="facts">Who asks what.</param>
    /// <param name="criteria">The query's criteria, to be sealed; null when there are none.</param>
    /// <param name="ct">Honoured until the row is queued; from then on the row's fate is awaited.</param>
    /// <returns>The ticket the forwarder asks for.</returns>
    /// <exception cref="AuditUnavailableException">The row is not known to be durable: do not forward.</exception>
    /// <exception cref="ArgumentException">The criteria exceed <see cref="SealedText.MaxPlainBytes"/>.</exception>
    ValueTask<AuditTicket> OpenAsync(CallFacts facts, SealedText? criteria, CancellationToken ct);

    /// <summary>Writes the outcome before the answer leaves. Cannot be cancelled: the query has been made.</summary>
    /// <param name="ticket">From <see cref="OpenAsync"/>; one outcome each.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="result">The answer as delivered, to be sealed; null when there is none.</param>
    /// <exception cref="AuditUnavailableException">The row is not known to be durable: withhold the answer. The ticket stays closed.</exception>
    /// <exception cref="InvalidOperationException">The ticket was closed before.</exception>
    /// <exception cref="ArgumentException">The result exceeds <see cref="SealedText.MaxPlainBytes"/>.</exception>
    ValueTask CloseAsync(AuditTicket ticket, CallOutcome outcome, SealedText? result);

    /// <summary>Writes a call that was turned away, with its true cause.</summary>
    /// <param name="facts">As much as was known.</param>
    /// <param name="refusal">Code and cause.</param>
    /// <param name="criteria">The criteria, to be sealed, when they were read.</param>
    /// <exception cref="AuditUnavailableException">The row is not known to be durable.</exception>
    /// <exception cref="ArgumentException">The criteria exceed <see cref="SealedText.MaxPlainBytes"/>.</exception>
    ValueTask RefuseAsync(CallFacts facts, CallRefusal refusal, SealedText? criteria);

    /// <summary>Writes that a token is issued, before it leaves.</summary>
    /// <param name="facts">To whom, from where, for whom.</param>
    /// <param name="criteria">The caller's headers as sent, to be sealed; null when there were none.</param>
    /// <exception cref="AuditUnavailableException">The row is not known to be durable: withhold the token.</exception>
    /// <exception cref="ArgumentException">The criteria exceed <see cref="SealedText.MaxPlainBytes"/>.</exception>
    ValueTask IssueAsync(CallFacts facts, SealedText? criteria);
}
