using System.Text;
using System.Xml;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Tokens;

namespace Kps.Gateway.Tests.Call.Tokens;

/// <summary>What clients do with a token between the two doors.</summary>
internal static class Pasted
{
    private const string Trust = "http://docs.oasis-open.org/ws-sx/ws-trust/200512";

    /// <summary>The copy of an assertion that stands alone.</summary>
    public static byte[] Alone(string assertion) => Copy(assertion);

    /// <summary>The copy the query door makes of an assertion in a message.</summary>
    public static byte[] In(string soap, string assertion, string declarations = "") =>
        Copy($"<?xml version=\"1.0\" encoding=\"utf-8\"?><s:Envelope xmlns:s=\"{soap}\"><s:Header><o:Security xmlns:o=\"{SoapNamespaces.Wsse}\" {declarations}>{assertion}</o:Security></s:Header><s:Body/></s:Envelope>");

    /// <summary>Node and PHP clients: the text between two literal tags.</summary>
    public static string Cut(string reply)
    {
        const string Open = "<trust:RequestedSecurityToken>";
        var start = reply.IndexOf(Open, StringComparison.Ordinal) + Open.Length;
        return reply[start..reply.IndexOf("</trust:RequestedSecurityToken>", StringComparison.Ordinal)];
    }

    /// <summary>C# clients: InnerXml of a document that drops white space.</summary>
    public static string InnerXml(string reply)
    {
        var document = new XmlDocument { PreserveWhitespace = false };
        document.LoadXml(reply);
        return document.GetElementsByTagName("RequestedSecurityToken", Trust)[0]!.InnerXml;
    }

    /// <summary>The reply of the token door, as far as clients look.</summary>
    public static string Reply(string assertion) =>
        $"<s:Envelope xmlns:s=\"{SoapNamespaces.Soap12}\"><s:Body><trust:RequestSecurityTokenResponse xmlns:trust=\"{Trust}\"><trust:RequestedSecurityToken>{assertion}</trust:RequestedSecurityToken></trust:RequestSecurityTokenResponse></s:Body></s:Envelope>";

    /// <summary>Reads on to the first assertion, as the envelope reader does, and copies it.</summary>
    public static byte[] Copy(string xml, bool ignoreComments = false)
    {
        using var reader = XmlReader.Create(
            new MemoryStream(Encoding.UTF8.GetBytes(xml)),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = ignoreComments });
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Assertion" })
            {
                return AssertionCopy.Read(reader);
            }
        }

        throw new InvalidOperationException("The test's own message has no assertion.");
    }

    public static XmlDocument Document(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(xml);
        return document;
    }
}
