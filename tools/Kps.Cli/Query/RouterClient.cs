using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kps.Cli.Query;

/// <summary>Calls the query door over TLS.</summary>
internal sealed class RouterClient : IDisposable
{
    private const int MaxAnswerBytes = 2 * 1024 * 1024;

    // Longer than the gateway's own budget of 25 s, so that its answer is heard.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly HttpClient _http;
    private readonly X509Certificate2Collection _roots = [];

    /// <summary>Sets the client up.</summary>
    /// <param name="door">Address of the query door.</param>
    /// <param name="caFile">PEM file of the only roots to trust; null = the system's.</param>
    /// <exception cref="CommandException">The file cannot be read.</exception>
    public RouterClient(Uri door, string? caFile)
    {
        Door = door;
        var ssl = new SslClientAuthenticationOptions();
        if (caFile is not null)
        {
            ssl.CertificateChainPolicy = PolicyOf(caFile);
        }

        var handler = new SocketsHttpHandler { SslOptions = ssl, UseProxy = false, AllowAutoRedirect = false };
        _http = new HttpClient(handler) { Timeout = Patience, MaxResponseContentBufferSize = MaxAnswerBytes };
    }

    public Uri Door { get; }

    /// <summary>Asks once; any HTTP status may carry an answer.</summary>
    /// <exception cref="HttpRequestException">No connection, no trust, or an answer beyond the limit.</exception>
    public async Task<QueryAnswer> AskAsync(QueryCaller caller, QueryRequest request, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(QueryEnvelope.Write(Door, caller, request));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/soap+xml", "utf-8");
        using var response = await _http.PostAsync(Door, content, cancellationToken);
        await using var answer = await response.Content.ReadAsStreamAsync(cancellationToken);
        return QueryEnvelope.Read(answer, request.Operation);
    }

    public void Dispose()
    {
        _http.Dispose();
        foreach (var root in _roots)
        {
            root.Dispose();
        }
    }

    private X509ChainPolicy PolicyOf(string caFile)
    {
        try
        {
            _roots.ImportFromPemFile(caFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new CommandException($"Kök sertifika okunamadı: {caFile}", e);
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(_roots);
        return policy;
    }
}
