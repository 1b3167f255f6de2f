using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Server.Kestrel;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Kps.Gateway.FrontDoor.Tls;

/// <summary>
/// The certificates of all https endpoints. Looks every ten seconds whether their files have changed, so a renewed certificate serves the
/// next handshake without a restart and without dropping a connection. By looking, not by watching: the file may be a link into a mounted
/// volume, where no event arrives.
/// </summary>
internal sealed class ServerCertificates(IConfiguration configuration, TellOfCertificate tell, TimeProvider time, ILogger<ServerCertificates> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Lazy<IReadOnlyList<ServerCertificate>> _all =
        new(() => [.. KestrelSection.HttpsEndpoints(configuration).Select(files => new ServerCertificate(files, logger))]);

    /// <summary>One for each https endpoint.</summary>
    public IReadOnlyList<ServerCertificate> All => _all.Value;

    /// <summary>Makes the endpoints of a configured Kestrel use them: TLS 1.2 or 1.3, no renegotiation, no client certificate.</summary>
    public void Serve(KestrelConfigurationLoader kestrel)
    {
        // The files are read when Kestrel binds, not when it is built: a host that is only checked reports what is wrong with them in plain words.
        foreach (var files in KestrelSection.HttpsEndpoints(configuration))
        {
            kestrel.Endpoint(files.Endpoint, endpoint =>
            {
                var certificate = All.Single(one => one.Endpoint == files.Endpoint);
                endpoint.ListenOptions.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(OptionsFor(certificate)) });
            });
        }
    }

    /// <summary>What a handshake is answered with.</summary>
    public static SslServerAuthenticationOptions OptionsFor(ServerCertificate certificate) => new()
    {
        ServerCertificateContext = certificate.Context,
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        AllowRenegotiation = false,
    };

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                foreach (var certificate in All)
                {
                    await certificate.LookAsync(tell, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }
}
