using System.Xml;
using Kps.Contracts;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Tokens;

namespace Kps.Gateway.Call.Responding;

/// <summary>
/// Writes the content of Body for an issued token (WS-Trust 1.3, section 4.3). Clients cut it as text: the prefix is <c>trust</c>,
/// <c>&lt;trust:RequestedSecurityToken&gt;</c> has no attribute and no white space, and the assertion in it is well-formed alone (wire contracts a.3).
/// </summary>
internal static class TokenResponseWriter
{
    private const string Trust = KpsNamespaces.Trust;
    private const string TokenType = "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV1.1";
    private const string AssertionId = "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.0#SAMLAssertionID";

    /// <summary>Writes the collection with its one response.</summary>
    /// <param name="writer">Inside s:Body.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="token">What is given.</param>
    public static void Write(XmlDictionaryWriter writer, TokenRequest request, IssuedToken token)
    {
        writer.WriteStartElement("trust", "RequestSecurityTokenResponseCollection", Trust);
        writer.WriteStartElement("trust", "RequestSecurityTokenResponse", Trust);
        if (request.Context is { } context)
        {
            writer.WriteAttributeString("Context", context);
        }

        WriteLifetime(writer, token);
        WriteAppliesTo(writer, request);
        writer.WriteStartElement("trust", "RequestedSecurityToken", Trust);
        writer.WriteRaw(token.Assertion);
        writer.WriteEndElement();
        WriteReference(writer, "RequestedAttachedReference", token.AssertionId);
        WriteReference(writer, "RequestedUnattachedReference", token.AssertionId);
        writer.WriteElementString("trust", "TokenType", Trust, request.TokenType ?? SoapNamespaces.Saml11);
        writer.WriteElementString("trust", "RequestType", Trust, Trust + "/Issue");
        writer.WriteElementString("trust", "KeyType", Trust, Trust + "/Bearer");
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteLifetime(XmlDictionaryWriter writer, IssuedToken token)
    {
        writer.WriteStartElement("trust", "Lifetime", Trust);
        writer.WriteElementString("u", "Created", SoapNamespaces.Wsu, EnvelopeWriter.Format(token.Created));
        writer.WriteElementString("u", "Expires", SoapNamespaces.Wsu, EnvelopeWriter.Format(token.Expires));
        writer.WriteEndElement();
    }

    /// <summary>As the client wrote it: some compare.</summary>
    private static void WriteAppliesTo(XmlDictionaryWriter writer, TokenRequest request)
    {
        if (request.AppliesTo is not { } address)
        {
            return;
        }

        writer.WriteStartElement("wsp", "AppliesTo", SoapNamespaces.Policy);
        writer.WriteStartElement("a", "EndpointReference", SoapNamespaces.Addressing);
        writer.WriteElementString("a", "Address", SoapNamespaces.Addressing, address);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteReference(XmlDictionaryWriter writer, string name, string id)
    {
        writer.WriteStartElement("trust", name, Trust);
        writer.WriteStartElement("o", "SecurityTokenReference", SoapNamespaces.Wsse);
        writer.WriteAttributeString("k", "TokenType", SoapNamespaces.Wsse11, TokenType);
        writer.WriteStartElement("o", "KeyIdentifier", SoapNamespaces.Wsse);
        writer.WriteAttributeString("ValueType", AssertionId);
        writer.WriteString(id);
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
