namespace Nvi.Simulator.Soap;

/// <summary>Namespaces and identifiers of the wire (wire contracts (b)); everything is compared ordinally.</summary>
internal static class Ns
{
    public const string Soap12 = "http://www.w3.org/2003/05/soap-envelope";
    public const string Addressing = "http://www.w3.org/2005/08/addressing";
    public const string AddressingFault = Addressing + "/soap/fault";
    public const string Security = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    public const string Security11 = "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd";
    public const string Utility = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    public const string PasswordText = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";
    public const string Trust = "http://docs.oasis-open.org/ws-sx/ws-trust/200512";
    public const string TrustIssueAction = Trust + "/RST/Issue";
    public const string TrustFinalAction = Trust + "/RSTRC/IssueFinal";
    public const string TrustIssue = Trust + "/Issue";
    public const string TrustSymmetricKey = Trust + "/SymmetricKey";
    public const string Policy = "http://schemas.xmlsoap.org/ws/2004/09/policy";
    public const string Encryption = "http://www.w3.org/2001/04/xmlenc#";
    public const string EncryptedElement = Encryption + "Element";
    public const string Aes256Cbc = Encryption + "aes256-cbc";
    public const string RsaOaep = Encryption + "rsa-oaep-mgf1p";
    public const string Signature = "http://www.w3.org/2000/09/xmldsig#";
    public const string Sha1 = Signature + "sha1";
    public const string HmacSha1 = Signature + "hmac-sha1";
    public const string ExclusiveC14n = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public const string SamlTokenType = "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV1.1";
    public const string SamlAssertionId = "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.0#SAMLAssertionID";
    public const string SamlTokenOfAnswer = "urn:oasis:names:tc:SAML:1.0:assertion";
    public const string Sorgulayan = "http://kps.nvi.gov.tr/2011/01/01/sorgulayan";
    public const string Nvi = "http://kps.nvi.gov.tr/";
    public const string Common = Nvi + "2011/01/01";
    public const string Bilesik = Nvi + "2023/02/01";
    public const string Constants = "http://schemas.datacontract.org/2004/07/Common.Types.Constants";
    public const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
    public const string Dispatcher = "http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher";
}
