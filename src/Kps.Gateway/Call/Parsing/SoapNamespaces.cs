namespace Kps.Gateway.Call.Parsing;

/// <summary>Namespaces of SOAP and its extensions as they stand on the wire.</summary>
internal static class SoapNamespaces
{
    public const string Soap11 = "http://schemas.xmlsoap.org/soap/envelope/";
    public const string Soap12 = "http://www.w3.org/2003/05/soap-envelope";
    public const string Addressing = "http://www.w3.org/2005/08/addressing";
    public const string Wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    public const string Wsu = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    public const string PasswordText = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";
    public const string PasswordDigest = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";
    public const string Policy = "http://schemas.xmlsoap.org/ws/2004/09/policy";
    public const string Saml11 = "urn:oasis:names:tc:SAML:1.0:assertion";
    public const string Wsse11 = "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd";
    public const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";
    public const string Soap12RoleNext = Soap12 + "/role/next";
    public const string Soap12RoleUltimate = Soap12 + "/role/ultimateReceiver";
    public const string Soap11ActorNext = "http://schemas.xmlsoap.org/soap/actor/next";
}
