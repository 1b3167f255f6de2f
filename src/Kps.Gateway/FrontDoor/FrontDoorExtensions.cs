using System.Globalization;
using Kps.Gateway.FrontDoor.Tls;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Kps.Gateway.FrontDoor;

/// <summary>
/// What happens to a request before it is a call: the peer's address is kept, a trusted proxy's word about the caller is taken, a foreign
/// Host is turned away. Everything after this is a stage.
/// </summary>
internal static class FrontDoorExtensions
{
    /// <summary>How long calls in flight may take to end after the doors have closed; a call's own budget is 25 s upstream.</summary>
    public static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(30);

    /// <summary>Adds the options and the services of the door.</summary>
    public static IServiceCollection AddFrontDoor(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddOptionsWithValidateOnStart<GatewayOptions>().Bind(section, binder => binder.ErrorOnUnknownConfiguration = true);
        services.AddSingleton<IValidateOptions<GatewayOptions>, GatewayOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ServerCertificates>();
        services.AddHostedService(provider => provider.GetRequiredService<ServerCertificates>());

        // From the section and not from the options: the host reads its own while it is built, before wrong ones have been reported.
        var delay = TimeSpan.TryParse(section[nameof(GatewayOptions.StopDelay)], CultureInfo.InvariantCulture, out var set) && set > TimeSpan.Zero && set <= GatewayOptions.MaxStopDelay ? set : TimeSpan.Zero;
        services.Configure<HostOptions>(host => host.ShutdownTimeout = DrainTime + delay);
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<GatewayOptions>>((forwarded, gateway) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in gateway.Value.TrustedProxies)
            {
                if (TrustedProxy.TryParse(proxy, out var network))
                {
                    forwarded.KnownIPNetworks.Add(network);
                }
            }
        });
        services.AddHostFiltering(_ => { });
        services.AddOptions<HostFilteringOptions>().Configure<IOptions<GatewayOptions>>((filtering, gateway) =>
        {
            filtering.IncludeFailureMessage = false;
            filtering.AllowEmptyHosts = false;
            filtering.AllowedHosts = [.. gateway.Value.AllowedHosts];
            if (gateway.Value.PublicUrl is { } url)
            {
                filtering.AllowedHosts.Add(url.Host);
            }
        });
        return services;
    }

    /// <summary>Puts the door in front of everything else.</summary>
    public static void UseFrontDoor(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<GatewayOptions>>().Value;
        app.Use((http, next) =>
        {
            if (!IsPlainFraming(http.Request.Headers.TransferEncoding))
            {
                http.Response.StatusCode = StatusCodes.Status400BadRequest;
                http.Response.Headers.Connection = "close";
                return Task.CompletedTask;
            }

            http.Features.Set(new PeerAddress(http.Connection.RemoteIpAddress));
            return next(http);
        });

        // Without a list of proxies the middleware would believe nobody; with an empty list it would believe everybody.
        if (options.TrustedProxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        if (!app.Environment.IsDevelopment() || options.AllowedHosts.Count > 0)
        {
            app.UseHostFiltering();
        }
    }

    /// <summary>
    /// No transfer coding, or <c>chunked</c> once. The server also takes it twice (RFC 9112, 6.1 forbids that); a proxy that peels off one of the
    /// two would see the request's end elsewhere, and its next caller's request would be ours to misread.
    /// </summary>
    private static bool IsPlainFraming(StringValues codings) =>
        codings.Count == 0 || (codings.Count == 1 && string.Equals(codings[0]?.Trim(), "chunked", StringComparison.OrdinalIgnoreCase));
}
