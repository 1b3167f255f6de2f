using System.Globalization;
using Kps.Contracts;

namespace Kps.Gateway.Call.Parsing;

/// <summary>The router door: is this an envelope we understand to the last member, and which operation does it ask?</summary>
internal sealed class ParseStage : ICallStage
{
    private const string KimlikNo = "kimlikNo";
    private const char ReplacementCharacter = '\uFFFD';

    /// <inheritdoc />
    public ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken) => new(EnvelopeParse.Run(call, Bind));

    private static SoapRequest Bind(KpsCall call, EnvelopeReader reader)
    {
        var operation = FindOperation(reader);
        EnvelopeParse.CheckActions(call, reader, operation);
        if (operation.Operation != KpsOperation.BilesikKisiSorgula)
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
            Body = reader.Body,
            Criteria = BindKimlikNo(reader.Body!),
        };
    }

    private static OperationDescription FindOperation(EnvelopeReader reader)
    {
        if (reader.Body is not { } body)
        {
            throw new ParseFaultException(new CallFault(FaultCode.MalformedEnvelope, "Body"));
        }

        return (body.Namespace == KpsNamespaces.Service ? OperationCatalog.Find(KpsService.Kps, body.Name) : null)
            ?? throw new ParseFaultException(new CallFault(FaultCode.UnknownOperation, body.Name));
    }

    private static KimlikNoCriteria BindKimlikNo(BodyElement body)
    {
        string? text = null;
        foreach (var member in body.Children)
        {
            if (member.Name != KimlikNo || member.Namespace != KpsNamespaces.Service)
            {
                throw new ParseFaultException(new CallFault(FaultCode.UnknownMember, member.Name));
            }

            if (text is not null)
            {
                throw new ParseFaultException(new CallFault(FaultCode.RepeatedMember, KimlikNo));
            }

            if (member.Children.Count > 0)
            {
                throw new ParseFaultException(new CallFault(FaultCode.UnknownMember, member.Children[0].Name));
            }

            text = !member.IsNil && member.Text.Trim() is { Length: > 0 } value
                ? value
                : throw new ParseFaultException(new CallFault(FaultCode.MissingMember, KimlikNo));
        }

        if (body.Text.Trim().Length > 0)
        {
            throw new ParseFaultException(new CallFault(FaultCode.UnknownMember, body.Name));
        }

        if (text is null)
        {
            throw new ParseFaultException(new CallFault(FaultCode.MissingMember, KimlikNo));
        }

        if (text.Contains(ReplacementCharacter, StringComparison.Ordinal))
        {
            throw new ParseFaultException(new CallFault(FaultCode.BrokenCharacters, KimlikNo));
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var kimlikNo)
            ? new KimlikNoCriteria(kimlikNo)
            : throw new ParseFaultException(new CallFault(FaultCode.InvalidMember, KimlikNo));
    }
}
