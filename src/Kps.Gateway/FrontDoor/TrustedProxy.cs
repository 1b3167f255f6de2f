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
            // The framework cuts host bits off; whoever wrote them may have meant one proxy and would trust a whole network.
            return network.PrefixLength > 0
                && IPAddress.TryParse(text.AsSpan(0, text.IndexOf('/', StringComparison.Ordinal)), out var typed)
                && typed.Equals(network.BaseAddress);
        }

        if (IPAddress.TryParse(text, out var address))
        {
            network = new IPNetwork(address, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128);
            return true;
        }

        return false;
    }
}
