using Kps.Audit;
using Kps.Contracts;
using Kps.Gateway.Call.Auditing;
using Kps.Mernis;

namespace Kps.Gateway.Call.Forwarding;

/// <summary>Did NVİ answer? Writes the intent, then lets the query ask.</summary>
internal sealed class ForwardStage(IAuditLog audit, UpstreamForwarder forwarder) : ICallStage
{
    /// <inheritdoc />
    public async ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken)
    {
        call.Ticket = await audit.OpenAsync(CallFactsOf.Call(call), AuditCriteria.Of(call), cancellationToken);
        var sorgulayan = Tckn.TryParse(call.Caller.User.UserName, out var number) ? number : (Tckn?)null;
        var nvi = new UpstreamConversation(forwarder, call.Ticket, new MernisCaller(sorgulayan));
        object? found;
        try
        {
            found = await call.Request.Query!.AskAsync(call, nvi);
        }
        finally
        {
            // Also when the query breaks behind its first answer: the outcome row must not say that NVİ was not asked.
            if (nvi.Account is { } said)
            {
                call.Upstream = said;
            }
        }

        if (nvi.Account?.Fault is { } fault)
        {
            return new CallFault(CodeOf(fault));
        }

        if (found is null)
        {
            return new CallFault(FaultCode.UnmappableAnswer);
        }

        call.Found = found;
        return null;
    }

    private static FaultCode CodeOf(UpstreamFault fault) => fault switch
    {
        UpstreamFault.Unreachable => FaultCode.NviUnreachable,
        UpstreamFault.Timeout => FaultCode.NviTimeout,
        UpstreamFault.AddressNotRegistered => FaultCode.NviAddressNotRegistered,
        UpstreamFault.TokenRefused => FaultCode.NviTokenRefused,
        UpstreamFault.Malformed => FaultCode.NviMalformed,
        UpstreamFault.TooLarge => FaultCode.NviTooLarge,
        UpstreamFault.ServiceFault => FaultCode.NviServiceFault,
        UpstreamFault.StsUnreachable => FaultCode.NviStsUnreachable,
        UpstreamFault.StsTimeout => FaultCode.NviStsTimeout,
        UpstreamFault.StsRefused => FaultCode.NviStsRefused,
        UpstreamFault.StsMalformed => FaultCode.NviStsMalformed,
        UpstreamFault.Busy => FaultCode.NviBusy,
        UpstreamFault.CircuitOpen => FaultCode.NviCircuitOpen,
        UpstreamFault.NotOffered => FaultCode.OperationNotServed,
        _ => FaultCode.Internal,
    };
}
