using System.Xml;
using Kps.Contracts;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Sts;

/// <summary>A request for a token, read with every variation the real STS accepts (wire contracts b.4).</summary>
/// <param name="UserName">Text of wsse:Username.</param>
/// <param name="Password">Text of wsse:Password, with or without Type.</param>
/// <param name="AppliesTo">Address asked for, echoed and never compared; null when absent.</param>
internal sealed record TokenRequest(string UserName, Secret Password, string? AppliesTo)
{
    /// <summary>Reads the request.</summary>
    /// <param name="soap">The opened envelope.</param>
    /// <param name="now">The server's clock, for the optional timestamp.</param>
    /// <param name="request">The request when it is well formed.</param>
    /// <returns>Null, or what is wrong with it.</returns>
    public static SoapFault? Read(SoapRequest soap, DateTimeOffset now, out TokenRequest? request)
    {
        request = null;
        if (soap.Action != Ns.TrustIssueAction)
            return SoapFault.ActionNotSupported;
        if (soap.Security is not { } security || !HasFreshTimestampOrNone(security, now))
            return SoapFault.InvalidSecurity;
        var token = security.OnlyChild("UsernameToken", Ns.Security);
        var user = token?.OnlyChild("Username", Ns.Security)?.InnerText;
        var password = token?.OnlyChild("Password", Ns.Security);
        if (user is null || password is null || password.GetAttribute("Type") is not ("" or Ns.PasswordText))
            return SoapFault.InvalidSecurity;
        if (soap.Body is not { LocalName: "RequestSecurityToken", NamespaceURI: Ns.Trust } body || !AsksForOurToken(body))
            return SoapFault.InvalidRequest;
        var appliesTo = body.Child("AppliesTo", Ns.Policy)
            ?.Child("EndpointReference", Ns.Addressing)
            ?.Child("Address", Ns.Addressing)
            ?.InnerText.Trim();
        request = new TokenRequest(user, new Secret(password.InnerText), appliesTo);
        return null;
    }

    private static bool HasFreshTimestampOrNone(XmlElement security, DateTimeOffset now)
    {
        var timestamps = security.Children("Timestamp", Ns.Utility).Take(2).ToList();
        return timestamps.Count == 0 || (timestamps.Count == 1 && MessageTimestamp.IsFresh(timestamps[0], now, acceptsLocalTime: true));
    }

    private static bool AsksForOurToken(XmlElement body) =>
        Text(body, "RequestType") == Ns.TrustIssue
        && Text(body, "KeyType") is null or Ns.TrustSymmetricKey
        && Text(body, "TokenType") is null or Ns.SamlTokenType or Ns.SamlTokenOfAnswer;

    private static string? Text(XmlElement body, string name) => body.Child(name, Ns.Trust)?.InnerText.Trim();
}
