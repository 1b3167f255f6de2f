using Kps.Contracts;
using Nvi.Simulator.Control;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Sts;

/// <summary>The token service: one user, one password, one holder-of-key token for each right request.</summary>
internal sealed class StsDoor(TokenFactory tokens, TokenStore store, CallBook book, TimeProvider time, string userName, Secret password)
{
    /// <summary>Answers one request.</summary>
    /// <param name="content">The octets of the request.</param>
    public SoapReply Answer(byte[] content)
    {
        if (SoapRequest.Open(content) is not { } soap)
            return SoapReply.BadRequest;
        book.Saw(soap.Action, soap.Sorgulayan);
        if (TokenRequest.Read(soap, time.GetUtcNow(), out var request) is { } fault)
            return SoapWriter.Fault(fault, soap.MessageId);
        if (soap.HasUnknownMandatoryHeader)
            return SoapWriter.Fault(SoapFault.NotUnderstood, soap.MessageId);
        if (!string.Equals(request!.UserName, userName, StringComparison.Ordinal) || request.Password != password)
            return SoapWriter.Fault(SoapFault.WrongPassword, soap.MessageId);
        var token = tokens.Create();
        store.Add(token);
        book.TokenIssued();
        return SoapWriter.Answer(
            Ns.TrustFinalAction,
            soap.MessageId,
            time.GetUtcNow(),
            writer => TokenResponse.Write(writer, token, tokens.SerialNumber, request.AppliesTo));
    }
}
