using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Kps.EndToEnd.Tests.Harness;

/// <summary>A client whose connections leave from an address of loopback and go to servers of the run's own CA only.</summary>
internal static class LoopbackClient
{
    /// <summary>Makes one.</summary>
    /// <param name="source">The address connections leave from.</param>
    /// <param name="ca">The only root that is trusted.</param>
    public static HttpClient Create(IPAddress source, X509Certificate2 ca)
    {
        var handler = new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false };
        handler.ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                socket.Bind(new IPEndPoint(source, 0));
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
        {
            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.Add(ca);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            return (errors & ~System.Net.Security.SslPolicyErrors.RemoteCertificateChainErrors) == 0
                && certificate is X509Certificate2 server && chain.Build(server);
        };
        return new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(60) };
    }
}
