using System.Globalization;
using Kps.Contracts;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Tests.Fakes;

/// <summary>Requests as a plain client writes them.</summary>
internal static class Envelopes
{
    public const string Addressing = "<a:Action xmlns:a=\"http://www.w3.org/2005/08/addressing\">" + KpsNamespaces.ActionBase + "BilesikKisiSorgula</a:Action>";

    public static string Soap12(string header, string body) => Envelope(SoapNamespaces.Soap12, header, body);

    public static string Soap11(string header, string body) => Envelope(SoapNamespaces.Soap11, header, body);

    public static string Query(string members, string header = "") => Soap12(header, Operation(members));

    public static string Query(Tckn person, string header = "") => Query(KimlikNo(person), header);

    public static string Operation(string members, string name = "BilesikKisiSorgula", string ns = KpsNamespaces.Service) =>
        $"<{name} xmlns=\"{ns}\">{members}</{name}>";

    public static string KimlikNo(Tckn person) => string.Create(CultureInfo.InvariantCulture, $"<kimlikNo>{person.Value}</kimlikNo>");

    public static string Security(string content, string attributes = "") =>
        $"<o:Security xmlns:o=\"{SoapNamespaces.Wsse}\" xmlns:u=\"{SoapNamespaces.Wsu}\"{attributes}>{content}</o:Security>";

    public static string UsernameToken(string? name = null, string? password = null, string passwordAttributes = "", string extra = "") =>
        $"<o:UsernameToken><o:Username>{name ?? Registered.UserName}</o:Username><o:Password{passwordAttributes}>{password ?? Registered.Password.Reveal()}</o:Password>{extra}</o:UsernameToken>";

    private static string Envelope(string soap, string header, string body) =>
        $"<s:Envelope xmlns:s=\"{soap}\"><s:Header>{header}</s:Header><s:Body>{body}</s:Body></s:Envelope>";
}
