using Kps.Gateway.Call.Callers;
using Kps.Gateway.Call.Tokens;
using Kps.Gateway.FrontDoor;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Call.Issuing;

/// <summary>The last stage of the token door: signs a token for the caller. It leaves only after its row is durable.</summary>
internal sealed class IssueTokenStage(TokenIssuer issuer, IOptions<TokenOptions> options, IOptions<GatewayOptions> gateway) : ICallStage
{
    private readonly HashSet<string> _services = [.. ServicesOf(options.Value, gateway.Value)];

    /// <inheritdoc />
    public ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken) => new(Issue(call));

    private CallFault? Issue(KpsCall call)
    {
        if (call.Request.TokenRequest!.AppliesTo is { } appliesTo && !IsOurs(call, appliesTo))
        {
            return new CallFault(FaultCode.TokenScopeUnknown, appliesTo);
        }

        var statement = CallerStatement.Of(call);
        var issued = issuer.Issue(new TokenSubject
        {
            UserId = call.Caller.User.Id,
            PasswordVersion = call.Caller.User.PasswordVersion,
            InstitutionId = call.Caller.Institution.Id,
            ApplicationId = statement.Application?.Id,
            Asker = statement.Asker,
            IssuedUnder = call.IslemNo,
        });
        if (issued is null)
        {
            return new CallFault(FaultCode.TokenKeysUnavailable);
        }

        call.Issued = issued;
        return null;
    }

    /// <summary>One of the configured addresses, or the router of the very host that was asked.</summary>
    private bool IsOurs(KpsCall call, string appliesTo) =>
        _services.Contains(Normal(appliesTo))
        || (Uri.TryCreate(appliesTo, UriKind.Absolute, out var uri)
            && uri.Authority.Equals(call.Http.Request.Host.Value, StringComparison.OrdinalIgnoreCase)
            && uri.AbsolutePath.Equals(GatewayHost.RouterPath, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> ServicesOf(TokenOptions options, GatewayOptions gateway)
    {
        var own = gateway.PublicUrl is { } url ? [url.GetLeftPart(UriPartial.Authority)] : Array.Empty<string>();
        return own.Concat(gateway.AllowedHosts.Select(host => $"https://{host}"))
            .Select(origin => origin + GatewayHost.RouterPath)
            .Concat(options.AppliesTo)
            .Select(Normal);
    }

    private static string Normal(string address) => address.TrimEnd('/').ToUpperInvariant();
}
