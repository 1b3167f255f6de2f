using System.Globalization;
using System.Text;
using System.Xml;
using Kps.Contracts;
using Kps.Gateway.Call.Listening;

namespace Kps.Gateway.Call.Parsing;

/// <summary>Stage 2: is this an envelope we understand to the last member, and which operation does it ask?</summary>
internal sealed class ParseStage : ICallStage
{
    private const string KimlikNo = "kimlikNo";

    /// <inheritdoc />
    public ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken) => new(Parse(call));

    private static CallFault? Parse(KpsCall call)
    {
        EnvelopeReader? reader = null;
        try
        {
            using var cursor = EnvelopeCursor.Open(call.Body);
            reader = new EnvelopeReader(cursor);
            reader.Read();
            var operation = FindOperation(call, reader);
            if (!operation.IsServed)
            {
                return new CallFault(FaultCode.OperationNotServed, operation.Name);
            }

            call.Request = new SoapRequest
            {
                Version = reader.Version,
                Action = reader.Action,
                MessageId = reader.MessageId,
                UsesAddressing = reader.UsesAddressing,
                Security = reader.Security,
                CallerHeaders = reader.CallerHeaders,
                Operation = operation,
                Criteria = BindKimlikNo(reader.Body!),
            };
            return null;
        }
        catch (ParseFaultException e)
        {
            return e.Fault;
        }
        catch (XmlException)
        {
            return new CallFault(HasDocumentType(call.Body) ? FaultCode.ForbiddenXml : FaultCode.MalformedXml);
        }
        catch (DecoderFallbackException)
        {
            return new CallFault(FaultCode.UnsupportedCharset);
        }
        finally
        {
            if (reader is { Version: not SoapVersion.Unknown })
            {
                call.AnswerVersion = reader.Version;
                call.AnswerHeaders = new AnswerHeaders(reader.UsesAddressing, reader.MessageId, reader.Security is { HasTimestamp: true });
            }
        }
    }

    /// <summary>
    /// The body's first element decides; whatever else names an operation (wsa:Action, SOAPAction, the action parameter) must agree with it
    /// or be empty. A request that says two things is refused: guessing could query the wrong register.
    /// </summary>
    private static OperationDescription FindOperation(KpsCall call, EnvelopeReader reader)
    {
        if (reader.Body is null)
        {
            throw new ParseFaultException(new CallFault(FaultCode.MalformedEnvelope, "Body"));
        }

        var operation = reader.Body.Namespace == KpsNamespaces.Service ? OperationCatalog.Find(reader.Body.Name) : null;
        if (operation is null)
        {
            throw new ParseFaultException(new CallFault(FaultCode.UnknownOperation, reader.Body.Name));
        }

        CheckAction(reader.Action, operation);
        if (reader.Version == SoapVersion.Soap11)
        {
            CheckAction(call.Http.Request.Headers["SOAPAction"].ToString().Trim().Trim('"'), operation);
        }
        else if (MediaType.Read(call.Http.Request.ContentType, out var mediaType) is null)
        {
            CheckAction(mediaType.Action, operation);
        }

        return operation;
    }

    private static void CheckAction(string? action, OperationDescription operation)
    {
        if (!string.IsNullOrEmpty(action) && !string.Equals(action, operation.Action, StringComparison.Ordinal))
        {
            throw new ParseFaultException(new CallFault(FaultCode.ActionMismatch, operation.Name));
        }
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

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var kimlikNo)
            ? new KimlikNoCriteria(kimlikNo)
            : throw new ParseFaultException(new CallFault(FaultCode.InvalidMember, KimlikNo));
    }

    private static bool HasDocumentType(RequestBody body) =>
        body.Bytes.IndexOf("<!DOCTYPE"u8) >= 0 || body.Bytes.IndexOf("<!ENTITY"u8) >= 0;
}
