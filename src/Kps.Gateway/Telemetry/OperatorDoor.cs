using System.Net;
using Kps.Gateway.FrontDoor;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Telemetry;

/// <summary>
/// Who may read what is for operators only. Decided by the other end of the TCP connection, never by a forwarded header; and a request that
/// was forwarded is nobody's here, or a reverse proxy on this machine would open the door to the world.
/// </summary>
internal sealed class OperatorDoor(IOptions<TelemetryOptions> options)
{
    private static readonly string[] SignsOfAProxy = ["X-Forwarded-For", "X-Original-For", "X-Real-IP", "Forwarded", "Via"];

    private readonly IPNetwork[] _allowed =
        [.. options.Value.AllowedPeers.Select(peer => TrustedProxy.TryParse(peer, out var network) ? network : default)];

    /// <summary>Whether this request comes from an operator.</summary>
    public bool Admits(HttpContext http)
    {
        if (PeerAddress.Of(http) is not { } peer || SignsOfAProxy.Any(http.Request.Headers.ContainsKey))
        {
            return false;
        }

        var address = peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer;
        return IPAddress.IsLoopback(address) || Array.Exists(_allowed, network => network.Contains(address));
    }
}
