using Microsoft.Extensions.Options;

namespace Kps.Gateway.FrontDoor;

/// <summary>Checks every rule of <see cref="GatewayOptions"/> and reports all failures together.</summary>
internal sealed class GatewayOptionsValidator(IHostEnvironment environment) : IValidateOptions<GatewayOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        var failures = new List<string>();
        if (options.PublicUrl is { } url && (!url.IsAbsoluteUri || url.Scheme is not ("https" or "http") || url.AbsolutePath != "/"))
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

        failures.AddRange(options.AllowedHosts
            .Where(host => string.IsNullOrWhiteSpace(host) || host.Contains('*', StringComparison.Ordinal))
            .Select(host => $"Gateway:AllowedHosts: '{host}' is not a host name; wildcards are not taken."));
        failures.AddRange(options.TrustedProxies
            .Where(proxy => !TrustedProxy.TryParse(proxy, out _))
            .Select(proxy => $"Gateway:TrustedProxies: '{proxy}' is neither an address nor a network such as 10.1.0.0/24."));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
