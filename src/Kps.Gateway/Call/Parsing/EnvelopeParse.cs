using System.Text;
using System.Xml;
using Kps.Contracts;
using Kps.Gateway.Call.Listening;

namespace Kps.Gateway.Call.Parsing;

/// <summary>What both doors do with an envelope: read it within its limits, settle how the answer must look, let the door bind the body.</summary>
internal static class EnvelopeParse
{
    /// <summary>Reads the body of a call into <see cref="KpsCall.Request"/>.</summary>
    /// <param name="call">A call whose body is read.</param>
    /// <param name="bind">Makes the request of an envelope; may throw <see cref="ParseFaultException"/>.</param>
    /// <returns>The fault, or null.</returns>
    public static CallFault? Run(KpsCall call, Func<KpsCall, EnvelopeReader, SoapRequest> bind)
    {
        EnvelopeReader? reader = null;
        try
        {
            using var cursor = EnvelopeCursor.Open(call.Body);
            reader = new EnvelopeReader(cursor);
            reader.Read();
            call.Request = bind(call, reader);
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
    /// Whatever names an operation besides the body's first element (wsa:Action, SOAPAction, the action parameter) must agree with it or be
    /// empty. A request that says two things is refused: guessing could query the wrong register.
    /// </summary>
    /// <exception cref="ParseFaultException">Something disagrees.</exception>
    public static void CheckActions(KpsCall call, EnvelopeReader reader, OperationDescription operation)
    {
        CheckAction(reader.Action, operation);
        if (reader.Version == SoapVersion.Soap11)
        {
            CheckAction(call.Http.Request.Headers["SOAPAction"].ToString().Trim().Trim('"'), operation);
        }
        else if (MediaType.Read(call.Http.Request.ContentType, out var mediaType) is null)
        {
            CheckAction(mediaType.Action, operation);
        }
    }

    private static void CheckAction(string? action, OperationDescription operation)
    {
        if (!string.IsNullOrEmpty(action) && !string.Equals(action, operation.Action, StringComparison.Ordinal))
        {
            throw new ParseFaultException(new CallFault(FaultCode.ActionMismatch, operation.Name));
        }
    }

    private static bool HasDocumentType(RequestBody body) =>
        body.Bytes.IndexOf("<!DOCTYPE"u8) >= 0 || body.Bytes.IndexOf("<!ENTITY"u8) >= 0;
}
