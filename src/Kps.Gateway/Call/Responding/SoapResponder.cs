using System.Globalization;
using System.Net;
using Kps.Contracts.Ortak;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Tokens;

namespace Kps.Gateway.Call.Responding;

/// <summary>
/// Answers. The last thing of every call, after its row is durable: a result with HTTP 200, or a SOAP fault with HTTP 500 in
/// either version, because WCF clients read the body of no other status. The one exception is the Basic challenge (design §4.7).
/// </summary>
internal sealed class SoapResponder(EnvelopeWriter envelopes)
{
    private const int MaxSubjectLength = 100;

    /// <summary>Writes the answer.</summary>
    /// <param name="call">The call at its end.</param>
    /// <param name="fault">Null when Map has mapped an answer.</param>
    /// <param name="cancellationToken">The caller hung up.</param>
    public async Task WriteAsync(KpsCall call, CallFault? fault, CancellationToken cancellationToken)
    {
        using var buffer = new AnswerBuffer();
        var status = fault is not null ? WriteFault(buffer, call, fault)
            : call.IssuedIfAny is { } token ? WriteToken(buffer, call, token)
            : WriteResult(buffer, call, call.Answer.Result);
        var response = call.Http.Response;
        response.StatusCode = status;
        response.ContentType = call.AnswerVersion == SoapVersion.Soap12 ? "application/soap+xml; charset=utf-8" : "text/xml; charset=utf-8";
        response.ContentLength = buffer.Length;
        response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Basic realm=\"KPS\", charset=\"UTF-8\"";
        }

        if (fault is { Code: FaultCode.RequestTooLarge or FaultCode.RequestIncomplete })
        {
            response.Headers.Connection = "close";
        }

        try
        {
            await response.Body.WriteAsync(buffer.Written, cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The caller went away; the row says what was asked and found.
            call.Http.Abort();
        }
    }

    private int WriteResult(AnswerBuffer buffer, KpsCall call, IKpsServisSonucu result)
    {
        envelopes.WriteResult(buffer, call, call.Request.Operation, AnswerGeneration.Of(call), result);
        return StatusCodes.Status200OK;
    }

    private int WriteToken(AnswerBuffer buffer, KpsCall call, IssuedToken token)
    {
        envelopes.Write(buffer, call, call.Request.Operation.ResponseAction, writer => TokenResponseWriter.Write(writer, call.Request.TokenRequest!, token));
        return StatusCodes.Status200OK;
    }

    private int WriteFault(AnswerBuffer buffer, KpsCall call, CallFault fault)
    {
        var text = FaultTexts.Of(fault.Code);
        var reason = Reason(call, fault, text);
        if (text.Shape == FaultShape.HataBilgisi)
        {
            if (call.RequestIfParsed is { Query: { } query, Criteria: { } criteria })
            {
                return WriteResult(buffer, call, AnswerGeneration.Shape(call, query.Refuse(criteria, new Parametre { Kod = text.Kod, Aciklama = reason })));
            }

            // The token door has no result to put it in.
            text = fault.Code == FaultCode.GatewayBusy
                ? text with { Shape = FaultShape.Receiver }
                : text with { Shape = FaultShape.Sender, Subcode = FaultSubcode.FailedAuthentication };
        }

        var action = text.Subcode is { IsAddressing: true } ? SoapFaultWriter.AddressingFaultAction : SoapFaultWriter.SoapFaultAction;
        envelopes.Write(buffer, call, action, writer => SoapFaultWriter.Write(writer, call.AnswerVersion, text, reason, call.IslemNo.ToString()));
        return fault.Code == FaultCode.CredentialsMissing && call.RequestIfParsed is { Security: null, SawSecurity: false }
            ? StatusCodes.Status401Unauthorized
            : StatusCodes.Status500InternalServerError;
    }

    private static string Reason(KpsCall call, CallFault fault, FaultText text)
    {
        var subject = Cut(fault.Subject ?? string.Empty);
        var sentence = string.Format(CultureInfo.InvariantCulture, text.Text, subject, Address(call.CallerAddress)).Replace(" ()", string.Empty, StringComparison.Ordinal);
        return $"{sentence} İşlem No: {call.IslemNo}";
    }

    private static string Cut(string subject)
    {
        if (subject.Length <= MaxSubjectLength)
        {
            return subject;
        }

        var length = char.IsHighSurrogate(subject[MaxSubjectLength - 1]) ? MaxSubjectLength - 1 : MaxSubjectLength;
        return subject[..length];
    }

    private static string Address(IPAddress? address) =>
        address is null ? "bilinmiyor" : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
}
