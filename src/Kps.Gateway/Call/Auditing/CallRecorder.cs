using Kps.Audit;
using Kps.Contracts.Answers;
using Kps.Gateway.Call.Mapping;
using Kps.Mernis;

namespace Kps.Gateway.Call.Auditing;

/// <summary>
/// Audit: writes how the call ended. After an intent that is an outcome row, for a token the row of its issue, otherwise a refusal; one of them
/// stands in the log before any byte of the answer leaves.
/// </summary>
internal sealed class CallRecorder(IAuditLog audit, TimeProvider time)
{
    /// <summary>Returns when the row is durable.</summary>
    /// <param name="call">The call at its end.</param>
    /// <param name="fault">Null when there is an answer.</param>
    /// <exception cref="AuditUnavailableException">The row is not known to be durable; the answer must be withheld.</exception>
    public ValueTask RecordAsync(KpsCall call, CallFault? fault)
    {
        if (call.TicketIfOpened is { } ticket)
        {
            return audit.CloseAsync(ticket, OutcomeOf(call, fault), ResultOf(call, fault));
        }

        if (fault is null && call.IssuedIfAny is not null)
        {
            return audit.IssueAsync(CallFactsOf.Call(call), AuditCriteria.Of(call));
        }

        // Without a fault there would be an answer nobody asked NVİ for; the walk cannot produce that.
        var code = fault?.Code ?? FaultCode.Internal;
        return audit.RefuseAsync(CallFactsOf.Call(call), new CallRefusal { Code = (int)code, Cause = code.ToString() }, AuditCriteria.Of(call));
    }

    private CallOutcome OutcomeOf(KpsCall call, CallFault? fault)
    {
        var reply = call.UpstreamIfAsked;
        var elapsed = time.GetElapsedTime(call.StartTimestamp);
        var upstream = reply is null ? TimeSpan.Zero : reply.StsTime + reply.QueryTime;
        return new CallOutcome
        {
            Code = fault is null ? call.Answer.Code : (int)fault.Code,
            Cause = fault?.Code.ToString(),
            NviSentAt = reply?.SentAt,
            NviAnsweredAt = reply?.AnsweredAt,
            Attempts = reply is null ? [] : [.. reply.Attempts.Select(FactOf)],
            StsTime = reply?.StsTime ?? TimeSpan.Zero,
            NviTime = reply?.QueryTime ?? TimeSpan.Zero,
            GatewayTime = elapsed > upstream ? elapsed - upstream : TimeSpan.Zero,
            FieldsReturned = fault is null ? call.Answer.FieldsReturned : null,
            FieldsWithheld = fault is null ? call.Answer.FieldsWithheld : null,
        };
    }

    private static SealedText? ResultOf(KpsCall call, CallFault? fault) =>
        fault is null
            ? new SealedText(AnswerCodec.Encode(call.Request.Operation.Operation, AnswerGeneration.Of(call), call.Answer.Result), AnswerCodec.Id)
            : null;

    private static UpstreamAttemptFact FactOf(UpstreamAttempt attempt) => new(
        attempt.Kind == Mernis.UpstreamAttemptKind.Sts ? Kps.Audit.UpstreamAttemptKind.Sts : Kps.Audit.UpstreamAttemptKind.Query,
        attempt.StartedAt,
        attempt.Duration,
        attempt.Fault switch
        {
            null => UpstreamAttemptResult.Answered,
            _ when attempt.NothingSent => UpstreamAttemptResult.ConnectFailed,
            // Whether the query had left is not known here, so the row must not claim that nothing was sent.
            UpstreamFault.Unreachable or UpstreamFault.StsUnreachable when attempt.HttpStatus is null => UpstreamAttemptResult.ConnectionClosed,
            UpstreamFault.Timeout or UpstreamFault.StsTimeout => UpstreamAttemptResult.TimedOut,
            UpstreamFault.Malformed or UpstreamFault.StsMalformed or UpstreamFault.TooLarge or UpstreamFault.AddressNotRegistered
                or UpstreamFault.Unreachable or UpstreamFault.StsUnreachable => UpstreamAttemptResult.InvalidAnswer,
            UpstreamFault.Busy or UpstreamFault.CircuitOpen => UpstreamAttemptResult.NotSent,
            _ => UpstreamAttemptResult.Fault,
        });
}
