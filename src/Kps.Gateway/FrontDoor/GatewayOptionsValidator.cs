using Microsoft.Extensions.Options;

namespace Kps.Gateway.FrontDoor;

/// <summary>Checks every rule of <see cref="GatewayOptions"/> and reports all failures together.</summary>
internal sealed class GatewayOptionsValidator(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<GatewayOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        var failures = new List<string>();
        if (options.PublicUrl is { } url
            && (!url.IsAbsoluteUri || url.Scheme is not ("https" or "http") || url.PathAndQuery != "/" || url.UserInfo.Length > 0 || url.Fragment.Length > 0))
        {
            failures.Add("Gateway:PublicUrl must be scheme, host and port only, e.g. https://kps.example.gov.tr");
        }

        if (!environment.IsDevelopment())
        {
            if (options.PublicUrl is null && options.AllowedHosts.Count == 0)
            {
                failures.Add("Gateway:PublicUrl or Gateway:AllowedHosts is required outside Development: the WSDL must name the address callers reach.");
            }

            if (options.PublicUrl is { IsAbsoluteUri: true, Scheme: "http" })
            {
                failures.Add("Gateway:PublicUrl must be https outside Development: passwords travel inside TLS only.");
            }
        }

        if (options.StopDelay < TimeSpan.Zero || options.StopDelay > GatewayOptions.MaxStopDelay)
        {
            failures.Add("Gateway:StopDelay must be 0 to 60 s.");
        }

        AddEndpointFailures(failures);
        if (NviRouter.Conflict(options.TestMode, configuration["Mernis:RouterUrl"]) is { } conflict)
        {
            failures.Add(conflict);
        }

        failures.AddRange(options.AllowedHosts
            .Where(host => string.IsNullOrWhiteSpace(host) || host.Contains('*', StringComparison.Ordinal))
            .Select(host => $"Gateway:AllowedHosts: '{host}' is not a host name; wildcards are not taken."));
        failures.AddRange(options.TrustedProxies
            .Where(proxy => !TrustedProxy.TryParse(proxy, out _))
            .Select(proxy => $"Gateway:TrustedProxies: '{proxy}' is neither an address nor a network such as 10.1.0.0/24."));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>Passwords travel inside TLS only: a plain listener exists in Development, on loopback, and nowhere else.</summary>
    private void AddEndpointFailures(List<string> failures)
    {
        var urls = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => (Key: $"Kestrel:Endpoints:{endpoint.Key}:Url", Url: endpoint["Url"] ?? string.Empty)).ToList();
        if (urls.Count == 0)
        {
            failures.Add("Kestrel:Endpoints is empty: name at least one https address to listen on, with its certificate.");
        }

        foreach (var (key, url) in urls)
        {
            var isHttps = url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
            var isLoopbackHttp = Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "http", IsLoopback: true };
            if (!isHttps && !(isLoopbackHttp && environment.IsDevelopment()))
            {
                failures.Add($"{key} must be https; plain http is taken in Development on loopback only.");
            }
        }
    }
}
