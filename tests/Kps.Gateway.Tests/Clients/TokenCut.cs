using System.Globalization;
using System.Xml;

namespace Kps.Gateway.Tests.Clients;

/// <summary>What clients cut out of the token door's reply.</summary>
internal static class TokenCut
{
    private const string Open = "<trust:RequestedSecurityToken>";
    private const string Close = "</trust:RequestedSecurityToken>";

    /// <summary>Node and PHP: the text between two literal tags.</summary>
    /// <exception cref="IndexOutOfRangeException">There are no such tags; the clients end there, too.</exception>
    public static string Literal(string reply) => reply.Split(Open)[1].Split(Close)[0];

    /// <summary>C#: InnerXml of a document that has dropped white space, found by qualified name.</summary>
    /// <exception cref="NullReferenceException">An element on the way is missing; the clients end there, too.</exception>
    public static string InnerXml(string reply) => RequestedSecurityToken(reply).InnerXml;

    /// <summary>C#: until when the token is kept, as the client reads it.</summary>
    /// <returns>Local time, to be compared with DateTime.Now.</returns>
    /// <exception cref="NullReferenceException">As above.</exception>
    public static DateTime NotOnOrAfter(string reply) =>
        Convert.ToDateTime(RequestedSecurityToken(reply)["saml:Assertion"]!["saml:Conditions"]!.Attributes["NotOnOrAfter"]!.Value, CultureInfo.InvariantCulture);

    private static XmlElement RequestedSecurityToken(string reply)
    {
        var document = new XmlDocument { PreserveWhitespace = false };
        document.LoadXml(reply);
        return document["s:Envelope"]!["s:Body"]!["trust:RequestSecurityTokenResponseCollection"]!["trust:RequestSecurityTokenResponse"]!["trust:RequestedSecurityToken"]!;
    }
}
