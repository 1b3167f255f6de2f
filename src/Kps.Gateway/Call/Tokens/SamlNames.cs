namespace Kps.Gateway.Call.Tokens;

/// <summary>Names of SAML 1.1 and XML Signature as they stand in an assertion, and the algorithms: these and no others.</summary>
internal static class SamlNames
{
    public const string Assertion = "urn:oasis:names:tc:SAML:1.0:assertion";
    public const string Password = "urn:oasis:names:tc:SAML:1.0:am:password";
    public const string Bearer = "urn:oasis:names:tc:SAML:1.0:cm:bearer";
    public const string XmlSignature = "http://www.w3.org/2000/09/xmldsig#";
    public const string ExclusiveC14n = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public const string Enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    public const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    public const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    /// <summary>Namespace of our attributes. Their names are ASCII: C# clients send ASCII bytes.</summary>
    public const string Attributes = "urn:kps:token";

    public const string Kurum = "Kurum";
    public const string Uygulama = "Uygulama";
    public const string Sorgulayan = "Sorgulayan";
    public const string SifreSurumu = "SifreSurumu";
    public const string IslemNo = "IslemNo";

    /// <summary>Times, as everywhere in our replies; clients convert them by the <c>Z</c> (wire contracts a.3).</summary>
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
}
