using System.Security.Cryptography.Xml;
using System.Xml;

namespace Kps.Gateway.Tests.Call.Tokens;

/// <summary>SignedXml as anybody uses it, but for the name of the id.</summary>
internal sealed class PlainSignedXml(XmlDocument document) : SignedXml(document)
{
    public override XmlElement? GetIdElement(XmlDocument? document, string idValue) =>
        document?.SelectSingleNode($"//*[@AssertionID='{idValue}']") as XmlElement;
}
