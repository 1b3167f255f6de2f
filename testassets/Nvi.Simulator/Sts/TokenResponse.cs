using System.Xml;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Sts;

/// <summary>Writes the answer of the STS in the order of wire contracts b.5. Both references are identical on purpose.</summary>
internal static class TokenResponse
{
    private const string Issuer = "CN=MERNISSUBCA02, DC=mernis, DC=intra";

    /// <summary>Writes the one element of the body.</summary>
    public static void Write(XmlWriter writer, IssuedToken token, string serialNumber, string? appliesTo)
    {
        writer.WriteStartElement("trust", "RequestSecurityTokenResponseCollection", Ns.Trust);
        writer.WriteStartElement("trust", "RequestSecurityTokenResponse", Ns.Trust);
        writer.WriteElementString("trust", "KeySize", Ns.Trust, "256");
        writer.WriteStartElement("trust", "Lifetime", Ns.Trust);
        WriteTime(writer, "Created", token.Created);
        WriteTime(writer, "Expires", token.Expires);
        writer.WriteEndElement();
        if (appliesTo is not null)
        {
            writer.WriteStartElement("wsp", "AppliesTo", Ns.Policy);
            writer.WriteStartElement("a", "EndpointReference", Ns.Addressing);
            writer.WriteElementString("a", "Address", Ns.Addressing, appliesTo);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        writer.WriteStartElement("trust", "RequestedSecurityToken", Ns.Trust);
        WriteEncryptedData(writer, token, serialNumber);
        writer.WriteEndElement();
        writer.WriteStartElement("trust", "RequestedProofToken", Ns.Trust);
        writer.WriteElementString("trust", "BinarySecret", Ns.Trust, token.ProofKey.Reveal());
        writer.WriteEndElement();
        WriteReference(writer, "RequestedAttachedReference", token.AssertionId);
        WriteReference(writer, "RequestedUnattachedReference", token.AssertionId);
        writer.WriteElementString("trust", "TokenType", Ns.Trust, Ns.SamlTokenOfAnswer);
        writer.WriteElementString("trust", "RequestType", Ns.Trust, Ns.TrustIssue);
        writer.WriteElementString("trust", "KeyType", Ns.Trust, Ns.TrustSymmetricKey);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteTime(XmlWriter writer, string name, DateTimeOffset time)
    {
        // WIF declares the prefix again on each of the two, whatever the envelope calls the namespace.
        writer.WriteStartElement("wsu", name, Ns.Utility);
        writer.WriteString(SoapWriter.Time(time));
        writer.WriteEndElement();
    }

    private static void WriteEncryptedData(XmlWriter writer, IssuedToken token, string serialNumber)
    {
        writer.WriteStartElement("xenc", "EncryptedData", Ns.Encryption);
        writer.WriteAttributeString("Type", Ns.EncryptedElement);
        WriteAlgorithm(writer, "xenc", "EncryptionMethod", Ns.Encryption, Ns.Aes256Cbc);
        writer.WriteStartElement(string.Empty, "KeyInfo", Ns.Signature);
        writer.WriteStartElement("e", "EncryptedKey", Ns.Encryption);
        writer.WriteStartElement("e", "EncryptionMethod", Ns.Encryption);
        writer.WriteAttributeString("Algorithm", Ns.RsaOaep);
        WriteAlgorithm(writer, string.Empty, "DigestMethod", Ns.Signature, Ns.Sha1);
        writer.WriteEndElement();
        writer.WriteStartElement(string.Empty, "KeyInfo", Ns.Signature);
        writer.WriteStartElement("o", "SecurityTokenReference", Ns.Security);
        writer.WriteStartElement(string.Empty, "X509Data", Ns.Signature);
        writer.WriteStartElement(string.Empty, "X509IssuerSerial", Ns.Signature);
        writer.WriteElementString(string.Empty, "X509IssuerName", Ns.Signature, Issuer);
        writer.WriteElementString(string.Empty, "X509SerialNumber", Ns.Signature, serialNumber);
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
        WriteCipher(writer, "e", token.KeyCipher);
        writer.WriteEndElement();
        writer.WriteEndElement();
        WriteCipher(writer, "xenc", token.DataCipher);
        writer.WriteEndElement();
    }

    private static void WriteAlgorithm(XmlWriter writer, string prefix, string name, string ns, string algorithm)
    {
        writer.WriteStartElement(prefix, name, ns);
        writer.WriteAttributeString("Algorithm", algorithm);
        writer.WriteEndElement();
    }

    private static void WriteCipher(XmlWriter writer, string prefix, string value)
    {
        writer.WriteStartElement(prefix, "CipherData", Ns.Encryption);
        writer.WriteElementString(prefix, "CipherValue", Ns.Encryption, value);
        writer.WriteEndElement();
    }

    private static void WriteReference(XmlWriter writer, string name, string assertionId)
    {
        writer.WriteStartElement("trust", name, Ns.Trust);
        writer.WriteStartElement("o", "SecurityTokenReference", Ns.Security);
        writer.WriteAttributeString("k", "TokenType", Ns.Security11, Ns.SamlTokenType);
        writer.WriteStartElement("o", "KeyIdentifier", Ns.Security);
        writer.WriteAttributeString("ValueType", Ns.SamlAssertionId);
        writer.WriteString(assertionId);
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
