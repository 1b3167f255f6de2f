using System.Globalization;
using System.Security;
using System.Text;
using Kps.Contracts;

namespace Kps.EndToEnd.Tests.Harness;

/// <summary>A request as a hand-made client writes it; every part can be replaced to see what the gateway makes of it.</summary>
internal sealed record SoapMessage
{
    public const string Soap11 = "http://schemas.xmlsoap.org/soap/envelope/";
    public const string Soap12 = "http://www.w3.org/2003/05/soap-envelope";
    private const string Wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private const string Wsu = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    public bool IsSoap12 { get; init; } = true;

    public string? UserName { get; init; }

    public string? Password { get; init; }

    public string PasswordAttributes { get; init; } = string.Empty;

    public string? Timestamp { get; init; }

    public string? BasicCredential { get; init; }

    public string ExtraHeaders { get; init; } = string.Empty;

    public string Operation { get; init; } = "BilesikKisiSorgula";

    /// <summary>Whose door it goes to.</summary>
    public KpsService Service { get; init; } = KpsService.Kps;

    /// <summary>The generation the answer is expected in.</summary>
    public ContractGeneration Generation { get; init; } = ContractGeneration.V2021;

    /// <summary>Namespace of the operation's element.</summary>
    public string Namespace { get; init; } = KpsNamespaces.Service;

    /// <summary>Content of the operation's element.</summary>
    public required string Members { get; init; }

    /// <summary>wsa:Action; null = the operation's own, empty = no addressing headers.</summary>
    public string? Action { get; init; }

    public string? SoapAction { get; init; }

    /// <summary>Further HTTP headers, as they are.</summary>
    public IReadOnlyList<(string Name, string Value)> HttpHeaders { get; init; } = [];

    public string ContentType { get; init; } = "application/soap+xml; charset=UTF-8";

    /// <summary>SOAP 1.2, WS-Addressing, UsernameToken without Type or Timestamp: the least an integrator sends.</summary>
    public static SoapMessage Query(long kimlikNo, TestUser? user) => new()
    {
        UserName = user?.UserName,
        Password = user?.Password,
        Members = string.Create(CultureInfo.InvariantCulture, $"<kimlikNo>{kimlikNo}</kimlikNo>"),
    };

    /// <summary>The same for any operation of either service.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="members">Content of its element.</param>
    /// <param name="user">Who asks; null names nobody.</param>
    public static SoapMessage Of(KpsOperation operation, string members, TestUser? user)
    {
        var description = OperationCatalog.Find(operation)!;
        return new()
        {
            UserName = user?.UserName,
            Password = user?.Password,
            Operation = description.Name,
            Service = description.Service,
            Namespace = description.Namespace,
            Action = description.Action,
            Members = members,
        };
    }

    /// <summary>The same by number.</summary>
    public static SoapMessage Of(KpsOperation operation, long kimlikNo, TestUser? user) =>
        Of(operation, string.Create(CultureInfo.InvariantCulture, $"<kimlikNo>{kimlikNo}</kimlikNo>"), user);

    /// <summary>SOAP 1.1 with SOAPAction.</summary>
    public static SoapMessage Query11(long kimlikNo, TestUser? user) => Query(kimlikNo, user) with
    {
        IsSoap12 = false,
        Action = string.Empty,
        SoapAction = $"\"{KpsNamespaces.ActionBase}BilesikKisiSorgula\"",
        ContentType = "text/xml; charset=utf-8",
    };

    /// <summary>The same with a Timestamp in its Security header.</summary>
    public SoapMessage At(DateTimeOffset created, TimeSpan lifetime) => this with
    {
        Timestamp = string.Create(
            CultureInfo.InvariantCulture,
            $"<u:Timestamp u:Id=\"_0\"><u:Created>{created.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffff}Z</u:Created><u:Expires>{created.UtcDateTime + lifetime:yyyy-MM-ddTHH:mm:ss.fffffff}Z</u:Expires></u:Timestamp>"),
    };

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    public override string ToString()
    {
        var action = Action ?? KpsNamespaces.ActionBase + Operation;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<s:Envelope xmlns:s=\"{(IsSoap12 ? Soap12 : Soap11)}\" xmlns:a=\"http://www.w3.org/2005/08/addressing\"><s:Header>");
        if (action.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"<a:Action s:mustUnderstand=\"1\">{action}</a:Action><a:MessageID>urn:uuid:5a0c0de0-0000-4000-8000-00000000d0e5</a:MessageID>");
            text.Append("<a:ReplyTo><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo>");
            text.Append("<a:To s:mustUnderstand=\"1\">https://kpsv2.saglik.gov.tr/Router/RoutingService.svc</a:To>");
        }

        text.Append(ExtraHeaders);
        if (UserName is not null || Timestamp is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"<o:Security s:mustUnderstand=\"1\" xmlns:o=\"{Wsse}\" xmlns:u=\"{Wsu}\">{Timestamp}");
            if (UserName is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"<o:UsernameToken><o:Username>{SecurityElement.Escape(UserName)}</o:Username>");
                text.Append(CultureInfo.InvariantCulture, $"<o:Password{PasswordAttributes}>{SecurityElement.Escape(Password)}</o:Password></o:UsernameToken>");
            }

            text.Append("</o:Security>");
        }

        text.Append(CultureInfo.InvariantCulture, $"</s:Header><s:Body><{Operation} xmlns=\"{Namespace}\">{Members}</{Operation}></s:Body></s:Envelope>");
        return text.ToString();
    }
}
