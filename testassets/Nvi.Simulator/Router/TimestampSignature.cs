using System.Security.Cryptography.Xml;
using System.Xml;

namespace Nvi.Simulator.Router;

/// <summary>
/// The framework's SignedXml, told which one element the signature may cover. It never searches the document, so a second element
/// with the same id cannot be slipped under the signature.
/// </summary>
internal sealed class TimestampSignature(XmlElement signature, XmlElement timestamp, string timestampId)
    : SignedXml(signature.OwnerDocument)
{
    /// <inheritdoc />
    public override XmlElement? GetIdElement(XmlDocument? document, string idValue) =>
        string.Equals(idValue, timestampId, StringComparison.Ordinal) ? timestamp : null;
}
