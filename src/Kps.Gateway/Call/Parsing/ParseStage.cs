using Kps.Audit;
using Kps.Contracts;
using Kps.Gateway.Call.Queries;

namespace Kps.Gateway.Call.Parsing;

/// <summary>The query doors: is this an envelope we understand to the last member, and which operation does it ask?</summary>
internal sealed class ParseStage(QueryTable queries) : ICallStage
{
    /// <inheritdoc />
    public ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken) => new(EnvelopeParse.Run(call, Bind));

    private SoapRequest Bind(KpsCall call, EnvelopeReader reader)
    {
        var operation = FindOperation(call, reader);
        EnvelopeParse.CheckActions(call, reader, operation);
        if (queries.Find(operation.Operation) is not { } query)
        {
            throw new ParseFaultException(new CallFault(FaultCode.OperationNotServed, operation.Name));
        }

        return new SoapRequest
        {
            Version = reader.Version,
            Action = reader.Action,
            MessageId = reader.MessageId,
            UsesAddressing = reader.UsesAddressing,
            Security = reader.Security,
            SawSecurity = reader.SawSecurity,
            CallerHeaders = reader.CallerHeaders,
            Operation = operation,
            Query = query,
            Body = reader.Body,
            Criteria = query.Bind(reader.Body!),
        };
    }

    private static OperationDescription FindOperation(KpsCall call, EnvelopeReader reader)
    {
        if (reader.Body is not { } body)
        {
            throw new ParseFaultException(new CallFault(FaultCode.MalformedEnvelope, "Body"));
        }

        return OperationCatalog.Find(call.Door == AuditDoor.Ek ? KpsService.Ek : KpsService.Kps, body.Name) is { } operation && body.Namespace == operation.Namespace
            ? operation
            : throw new ParseFaultException(new CallFault(FaultCode.UnknownOperation, body.Name));
    }
}
