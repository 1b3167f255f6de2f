namespace Kps.Mernis.Soap;

/// <summary>Names on NVİ's wire (wire contracts b.3 to b.6).</summary>
internal static class WireNames
{
    public const string Soap12 = "http://www.w3.org/2003/05/soap-envelope";
    public const string Addressing = "http://www.w3.org/2005/08/addressing";
    public const string Anonymous = Addressing + "/anonymous";
    public const string Utility = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    public const string Security = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    public const string Security11 = "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd";
    public const string PasswordText = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";
    public const string SamlV11 = "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV1.1";
    public const string SamlAssertionId = "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.0#SAMLAssertionID";
    public const string Trust = "http://docs.oasis-open.org/ws-sx/ws-trust/200512";
    public const string Policy = "http://schemas.xmlsoap.org/ws/2004/09/policy";
    public const string Encryption = "http://www.w3.org/2001/04/xmlenc#";
    public const string Signature = "http://www.w3.org/2000/09/xmldsig#";
    public const string ExclusiveCanonical = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public const string Sorgulayan = "http://kps.nvi.gov.tr/2011/01/01/sorgulayan";
}
