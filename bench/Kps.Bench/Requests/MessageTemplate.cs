using System.Globalization;
using System.Security;

namespace Kps.Bench.Requests;

/// <summary>
/// The messages sent, with marks where each differs. All carry the same headers, those of a WCF client with a UsernameToken, so that
/// the proxies read as much as the gateway does; only the body is the gateway's operation or NVİ's, and by token the assertion stands in the place of
/// the UsernameToken.
/// </summary>
internal static class MessageTemplate
{
    /// <summary>Stands where the number goes.</summary>
    public const string NumberMark = "@number@";

    /// <summary>Stands where the last twelve digits of the MessageID go.</summary>
    public const string SerialMark = "@serial@";

    /// <summary>Content-Type of every message.</summary>
    public const string ContentType = "application/soap+xml; charset=utf-8";

    private const string Wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private const string Wsu = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private const string PasswordText = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";
    private const string Person = "BilesikKisiSorgula";
    private const string Ornek = "KimlikNoIleNufusKayitOrnegiSorgula";
    private const string NviBase = "http://kps.nvi.gov.tr/2023/02/01";
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(5);

    /// <summary>BilesikKisiSorgula for the gateway.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="now">Time on the message.</param>
    public static string ForGateway(CallerIdentity caller, DateTimeOffset now) => Envelope(
        caller,
        now,
        KpsNamespaces.ActionBase + Person,
        Query(Person));

    /// <summary>KimlikNoIleNufusKayitOrnegiSorgula for the gateway.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="now">Time on the message.</param>
    public static string ForOrnek(CallerIdentity caller, DateTimeOffset now) => Envelope(
        caller,
        now,
        KpsNamespaces.ActionBase + Ornek,
        Query(Ornek));

    /// <summary>The same by token.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="token">The assertion as the token door gave it.</param>
    /// <param name="now">Time on the message.</param>
    public static string ForGateway(CallerIdentity caller, string token, DateTimeOffset now) => Envelope(
        caller,
        now,
        KpsNamespaces.ActionBase + Person,
        Query(Person),
        token);

    /// <summary>The issue of a token.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="now">Time on the message.</param>
    public static string ForTokenDoor(CallerIdentity caller, DateTimeOffset now) => Envelope(
        caller,
        now,
        $"{KpsNamespaces.Trust}/RST/Issue",
        $"<trust:RequestSecurityToken xmlns:trust=\"{KpsNamespaces.Trust}\"><trust:KeyType>{KpsNamespaces.Trust}/Bearer</trust:KeyType>"
            + $"<trust:RequestType>{KpsNamespaces.Trust}/Issue</trust:RequestType></trust:RequestSecurityToken>");

    /// <summary>Sorgula for NVİ's router, which the proxies pass on as it is.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="now">Time on the message.</param>
    public static string ForRouter(CallerIdentity caller, DateTimeOffset now) => Envelope(
        caller,
        now,
        $"{NviBase}/BilesikKutukSorgulaKimlikNoServis/Sorgula",
        $"<Sorgula xmlns=\"{NviBase}\"><kriterListesi><BilesikKutukSorgulaKimlikNoSorguKriteri><KimlikNo>{NumberMark}</KimlikNo>"
            + "</BilesikKutukSorgulaKimlikNoSorguKriteri></kriterListesi></Sorgula>");

    private static string Query(string operation) => $"<{operation} xmlns=\"{KpsNamespaces.Service}\"><kimlikNo>{NumberMark}</kimlikNo></{operation}>";

    private static string Envelope(CallerIdentity caller, DateTimeOffset now, string action, string body, string? token = null) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing"><s:Header><a:Action s:mustUnderstand="1">{action}</a:Action><a:MessageID>urn:uuid:5a0c0de0-0000-4000-8000-{SerialMark}</a:MessageID><a:ReplyTo><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo><SorgulayanKimlikNo xmlns="">{caller.Username}</SorgulayanKimlikNo><KurumKodu xmlns="">{caller.KurumKodu}</KurumKodu><UygulamaKodu xmlns="">{caller.UygulamaKodu}</UygulamaKodu><a:To s:mustUnderstand="1">https://kpsv2.saglik.gov.tr/Router/RoutingService.svc</a:To><o:Security s:mustUnderstand="1" xmlns:o="{Wsse}"><u:Timestamp u:Id="_0" xmlns:u="{Wsu}"><u:Created>{Time(now)}</u:Created><u:Expires>{Time(now + Validity)}</u:Expires></u:Timestamp>{token ?? UsernameToken(caller)}</o:Security></s:Header><s:Body>{body}</s:Body></s:Envelope>
        """);

    private static string UsernameToken(CallerIdentity caller) =>
        $"<o:UsernameToken u:Id=\"uuid-5a0c0de0-1\" xmlns:u=\"{Wsu}\"><o:Username>{caller.Username}</o:Username>"
            + $"<o:Password Type=\"{PasswordText}\">{SecurityElement.Escape(caller.Password)}</o:Password></o:UsernameToken>";

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
