using System.Net;

namespace Kps.Gateway.FrontDoor;

/// <summary>The other end of the TCP connection, kept before a trusted proxy's word replaces it as the caller's address. Both go to the log.</summary>
/// <param name="Address">Null when the server knows none.</param>
internal sealed record PeerAddress(IPAddress? Address)
{
    /// <summary>The peer of an exchange.</summary>
    public static IPAddress? Of(HttpContext http) => http.Features.Get<PeerAddress>()?.Address ?? http.Connection.RemoteIpAddress;
}
