using System.Security;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Tests.Wire;

/// <summary>A token request as the clients in the field write it, one property for each thing they write differently (wire contracts b.4).</summary>
internal sealed record StsRequest
{
    public string User { get; init; } = TestSimulator.User;
    public string Password { get; init; } = TestSimulator.Password;
    public string? PasswordType { get; init; } = Ns.PasswordText;
    public string? TokenType { get; init; } = Ns.SamlTokenType;
    public string? KeyType { get; init; } = Ns.TrustSymmetricKey;
    public string RequestType { get; init; } = Ns.TrustIssue;
    public string Action { get; init; } = Ns.TrustIssueAction;
    public string? MessageId { get; init; } = "urn:uuid:6a0f2a2e-0000-4000-8000-000000000001";
    public string? Timestamp { get; init; }
    public string? ExtraHeader { get; init; }
    public string AppliesTo { get; init; } = "https://kpsv2.nvi.gov.tr/Services/RoutingService.svc";
    public bool IsSecurityFirst { get; init; }
    public bool HasMustUnderstand { get; init; } = true;
    public bool HasUsernameToken { get; init; } = true;

    public static string TimestampOf(DateTimeOffset created, int minutes, string? id = "_0", string format = "yyyy-MM-ddTHH:mm:ss.fffZ") =>
        $"<u:Timestamp{(id is null ? "" : $" u:Id=\"{id}\"")}><u:Created>{created.ToString(format)}</u:Created>"
        + $"<u:Expires>{created.AddMinutes(minutes).ToString(format)}</u:Expires></u:Timestamp>";

    public string Write()
    {
        var must = HasMustUnderstand ? " s:mustUnderstand=\"1\"" : "";
        var type = PasswordType is null ? "" : $" Type=\"{PasswordType}\"";
        var token = HasUsernameToken
            ? $"<o:UsernameToken u:Id=\"uuid-1\"><o:Username>{SecurityElement.Escape(User)}</o:Username><o:Password{type}>{SecurityElement.Escape(Password)}</o:Password></o:UsernameToken>"
            : "";
        var security = $"<o:Security{must} xmlns:o=\"{Ns.Security}\">{Timestamp}{token}</o:Security>";
        var addressing = $"<a:Action{must}>{Action}</a:Action>"
            + (MessageId is null ? "" : $"<a:MessageID>{MessageId}</a:MessageID><a:ReplyTo><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo>")
            + $"<a:To{must}>https://kimlikdogrulama.nvi.gov.tr/Services/Issuer.svc/IWSTrust13</a:To>";
        return $"<s:Envelope xmlns:s=\"{Ns.Soap12}\" xmlns:a=\"{Ns.Addressing}\" xmlns:u=\"{Ns.Utility}\"><s:Header>"
            + (IsSecurityFirst ? security + addressing : addressing + security) + ExtraHeader
            + $"</s:Header><s:Body><trust:RequestSecurityToken xmlns:trust=\"{Ns.Trust}\">"
            + $"<wsp:AppliesTo xmlns:wsp=\"{Ns.Policy}\"><a:EndpointReference><a:Address>{AppliesTo}</a:Address></a:EndpointReference></wsp:AppliesTo>"
            + (KeyType is null ? "" : $"<trust:KeyType>{KeyType}</trust:KeyType>")
            + $"<trust:RequestType>{RequestType}</trust:RequestType>"
            + (TokenType is null ? "" : $"<trust:TokenType>{TokenType}</trust:TokenType>")
            + "</trust:RequestSecurityToken></s:Body></s:Envelope>";
    }
}
