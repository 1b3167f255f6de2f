using System.Net;

namespace Kps.Gateway.FrontDoor;

/// <summary>A proxy, or a network of proxies, whose forwarded headers are believed.</summary>
internal static class TrustedProxy
{
    /// <summary>Reads an address or a CIDR network.</summary>
    /// <param name="text">As configured.</param>
    /// <param name="network">The network; a single address is one of full length.</param>
    /// <returns>False when the text is neither.</returns>
    public static bool TryParse(string text, out IPNetwork network)
    {
        if (IPNetwork.TryParse(text, out network))
        {
            return network.PrefixLength > 0;
        }

        if (IPAddress.TryParse(text, out var address))
        {
            network = new IPNetwork(address, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128);
            return true;
        }

        return false;
    }
}
