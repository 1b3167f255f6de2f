using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kps.Gateway.Call.Tokens;

/// <summary>
/// Writes an assertion as text that is its own canonical form: namespace first, attributes in order of their names, no empty element and no white
/// space outside the signature, ASCII alone, nothing that needs escaping. So the bytes to be hashed and signed (exclusive c14n) are known
/// without a canonicaliser, and clients that cut the text out or send it through XmlDocument's InnerXml give back what we wrote.
/// </summary>
internal static class AssertionText
{
    private const string End = "</saml:Assertion>";

    /// <summary>Writes and signs.</summary>
    /// <param name="claims">What to say.</param>
    /// <param name="realm">Who says it, to whom.</param>
    /// <param name="key">Signs.</param>
    /// <returns>The element, 2 to 3 KB.</returns>
    public static string Write(TokenClaims claims, TokenRealm realm, SigningKey key)
    {
        var content = Content(claims, realm);
        var digest = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(content + End)));
        var signature = Convert.ToBase64String(key.Sign(Encoding.ASCII.GetBytes(SignedInfo(claims.AssertionId, digest, $" xmlns=\"{SamlNames.XmlSignature}\"", isCanonical: true))));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{content}<Signature xmlns=\"{SamlNames.XmlSignature}\">{SignedInfo(claims.AssertionId, digest, string.Empty, isCanonical: false)}<SignatureValue>{signature}</SignatureValue><KeyInfo><KeyName>{claims.KeyId}</KeyName></KeyInfo></Signature>{End}");
    }

    private static string Content(TokenClaims claims, TokenRealm realm)
    {
        var issued = Time(claims.IssuedAt);
        var subject = claims.Subject;
        var user = string.Create(
            CultureInfo.InvariantCulture,
            $"<saml:Subject><saml:NameIdentifier>{subject.UserId}</saml:NameIdentifier><saml:SubjectConfirmation><saml:ConfirmationMethod>{SamlNames.Bearer}</saml:ConfirmationMethod></saml:SubjectConfirmation></saml:Subject>");
        return string.Concat(
            $"<saml:Assertion xmlns:saml=\"{SamlNames.Assertion}\" AssertionID=\"{claims.AssertionId}\" IssueInstant=\"{issued}\" Issuer=\"{realm.Issuer}\" MajorVersion=\"1\" MinorVersion=\"1\">",
            $"<saml:Conditions NotBefore=\"{issued}\" NotOnOrAfter=\"{Time(claims.NotOnOrAfter)}\"><saml:AudienceRestrictionCondition><saml:Audience>{realm.Audience}</saml:Audience></saml:AudienceRestrictionCondition></saml:Conditions>",
            $"<saml:AuthenticationStatement AuthenticationInstant=\"{issued}\" AuthenticationMethod=\"{SamlNames.Password}\">{user}</saml:AuthenticationStatement>",
            $"<saml:AttributeStatement>{user}{Attribute(SamlNames.Kurum, subject.InstitutionId)}{Attribute(SamlNames.Uygulama, subject.ApplicationId)}{Attribute(SamlNames.Sorgulayan, subject.Asker)}{Attribute(SamlNames.SifreSurumu, subject.PasswordVersion)}{Attribute(SamlNames.IslemNo, subject.IssuedUnder.ToString())}</saml:AttributeStatement>");
    }

    /// <summary>An attribute; nothing for an absent value.</summary>
    private static string Attribute(string name, long? value) =>
        value is { } number ? Attribute(name, number.ToString(CultureInfo.InvariantCulture)) : string.Empty;

    private static string Attribute(string name, string value) =>
        $"<saml:Attribute AttributeName=\"{name}\" AttributeNamespace=\"{SamlNames.Attributes}\"><saml:AttributeValue>{value}</saml:AttributeValue></saml:Attribute>";

    /// <summary>SignedInfo as it stands in the message, with empty elements in .NET's own form, or as it is signed.</summary>
    private static string SignedInfo(string assertionId, string digest, string declaration, bool isCanonical)
    {
        string Empty(string name, string algorithm) => isCanonical ? $"<{name} Algorithm=\"{algorithm}\"></{name}>" : $"<{name} Algorithm=\"{algorithm}\" />";
        return string.Concat(
            $"<SignedInfo{declaration}>{Empty("CanonicalizationMethod", SamlNames.ExclusiveC14n)}{Empty("SignatureMethod", SamlNames.RsaSha256)}",
            $"<Reference URI=\"#{assertionId}\"><Transforms>{Empty("Transform", SamlNames.Enveloped)}{Empty("Transform", SamlNames.ExclusiveC14n)}</Transforms>",
            $"{Empty("DigestMethod", SamlNames.Sha256)}<DigestValue>{digest}</DigestValue></Reference></SignedInfo>");
    }

    private static string Time(DateTimeOffset instant) => instant.UtcDateTime.ToString(SamlNames.TimeFormat, CultureInfo.InvariantCulture);
}
