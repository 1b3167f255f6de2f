using System.Globalization;
using Kps.Gateway.Call.Entitling;

namespace Kps.Gateway.Call.Authorizing;

/// <summary>Does the institution hold the operation today, with every member that was sent?</summary>
internal sealed class AuthorizeStage(IstanbulClock clock) : ICallStage
{
    /// <inheritdoc />
    public ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken) => new(Judge(call, clock.Today));

    private static CallFault? Judge(KpsCall call, DateOnly today)
    {
        var operation = call.Request.Operation;
        if (call.Caller.Institution.FindEntitlement(operation.Operation) is not { } right)
        {
            return new CallFault(FaultCode.NotEntitled, operation.Name);
        }

        if (right.IsLapsedOn(today))
        {
            return new CallFault(FaultCode.EntitlementLapsed, string.Create(CultureInfo.InvariantCulture, $"{operation.Name}, {right.Bitis:dd.MM.yyyy}"));
        }

        return right.Fields is { } fields && call.Request.Body is { } body && SentArguments.FirstWithheld(body, fields.On(today)) is { } argument
            ? new CallFault(FaultCode.ArgumentNotPermitted, argument)
            : null;
    }
}
