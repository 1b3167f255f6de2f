using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kps.TestSupport;

/// <summary>
/// A time-stamping authority on a loopback port: HTTP in front of <c>openssl ts -reply</c>, with a root and signing certificates of its own. It stamps with the real
/// clock. It can be stopped and started again on the same port.
/// </summary>
public sealed class LocalTsa : IAsyncDisposable
{
    private const string ReplyType = "application/timestamp-reply";

    private readonly string _directory = Directory.CreateTempSubdirectory("kps-tsa-").FullName;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly int _port = TestCluster.FreePort();
    private readonly ECDsa _rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _root;
    private int _requests;
    private int _certificates;
    private WebApplication? _server;

    private LocalTsa()
    {
        var request = new CertificateRequest("CN=Uydurma Zaman Kökü", _rootKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _root = request.CreateSelfSigned(Now.AddYears(-10), Now.AddYears(30));
        RootFile = FileIn("root.pem");
        File.WriteAllText(RootFile, _root.ExportCertificatePem());
        File.WriteAllText(FileIn("serial"), "1000");
        NewCertificate(Now.AddDays(-1), Now.AddYears(5));
    }

    /// <summary>Where it answers.</summary>
    public Uri Url => new($"http://127.0.0.1:{_port}/tsa");

    /// <summary>PEM file of its root.</summary>
    public string RootFile { get; }

    /// <summary>What it does wrong from now on.</summary>
    public TsaFault Fault { get; set; }

    /// <summary>Requests that arrived, wrong answers included.</summary>
    public int Requests => _requests;

    /// <summary>Headers of the last request.</summary>
    public IReadOnlyDictionary<string, string> LastHeaders { get; private set; } = new Dictionary<string, string>();

    /// <summary>The certificate that signs now.</summary>
    public X509Certificate2 Certificate { get; private set; } = null!;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>Makes and starts one.</summary>
    public static async Task<LocalTsa> StartNewAsync()
    {
        var tsa = new LocalTsa();
        await tsa.StartAsync();
        return tsa;
    }

    /// <summary>Signs with a new key and certificate from now on.</summary>
    public void NewCertificate(DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=Uydurma Zaman Damgası {++_certificates}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], true));
        Certificate = request.Create(_root.SubjectName, X509SignatureGenerator.CreateForECDsa(_rootKey), notBefore, notAfter, RandomNumberGenerator.GetBytes(8));
        File.WriteAllText(FileIn("tsa.pem"), Certificate.ExportCertificatePem());
        File.WriteAllText(FileIn("tsa.key"), key.ExportPkcs8PrivateKeyPem());
        WriteConfiguration();
    }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{_port}");
        _server = builder.Build();
        _server.MapPost("/tsa", AnswerAsync);
        await _server.StartAsync();
    }

    /// <summary>From now on connections are refused.</summary>
    public async Task StopAsync()
    {
        if (_server is { } server)
        {
            _server = null;
            using var impatient = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            await server.StopAsync(impatient.Token);
            await server.DisposeAsync();
        }
    }

    /// <summary>Answers a request without HTTP.</summary>
    public async Task<byte[]> ReplyAsync(byte[] query)
    {
        await _one.WaitAsync();
        try
        {
            await File.WriteAllBytesAsync(FileIn("query"), query);
            await OpenSslAsync("ts", "-reply", "-queryfile", FileIn("query"), "-config", FileIn("tsa.cnf"), "-section", Fault == TsaFault.Rejected ? "strict" : "kind", "-out", FileIn("reply"));
            return await File.ReadAllBytesAsync(FileIn("reply"));
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Runs openssl.</summary>
    /// <returns>What it said.</returns>
    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    public static async Task<string> OpenSslAsync(params string[] arguments)
    {
        var info = new ProcessStartInfo("openssl") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        using var process = Process.Start(info)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output + error : throw new InvalidOperationException($"openssl {arguments[0]} ended with {process.ExitCode}: {error}");
    }

    /// <summary>A path in its directory.</summary>
    public string FileIn(string name) => Path.Combine(_directory, name);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _root.Dispose();
        _rootKey.Dispose();
        _one.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref _requests);
        LastHeaders = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        http.Response.ContentType = Fault == TsaFault.WrongMediaType ? "text/html" : ReplyType;
        switch (Fault)
        {
            case TsaFault.ServerError:
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case TsaFault.Garbage:
                await http.Response.Body.WriteAsync(RandomNumberGenerator.GetBytes(300));
                return;
            case TsaFault.Hanging:
                await http.Response.StartAsync();
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
            case TsaFault.Oversized:
                while (!http.RequestAborted.IsCancellationRequested)
                {
                    await http.Response.Body.WriteAsync(new byte[16 * 1024]);
                }

                return;
            default:
                var reply = await ReplyAsync(Fault is TsaFault.OtherHash or TsaFault.OtherNonce ? Altered(body.ToArray(), Fault) : body.ToArray());
                await http.Response.Body.WriteAsync(Fault == TsaFault.Trailing ? [.. reply, 0] : reply);
                return;
        }
    }

    /// <summary>Changes a bit of hash or nonce where they stand in the query: OCTET STRING of 32 bytes, INTEGER of 8.</summary>
    private static byte[] Altered(byte[] query, TsaFault fault)
    {
        var hash = query.AsSpan().IndexOf([(byte)0x04, (byte)0x20]) + 2;
        var nonce = hash + 32 + query.AsSpan(hash + 32).IndexOf([(byte)0x02, (byte)0x08]) + 2;
        query[fault == TsaFault.OtherHash ? hash : nonce + 7] ^= 1;
        return query;
    }

    private void WriteConfiguration()
    {
        string Section(string name, string digests) => $"""
            [{name}]
            serial = {FileIn("serial")}
            crypto_device = builtin
            signer_cert = {FileIn("tsa.pem")}
            certs = {RootFile}
            signer_key = {FileIn("tsa.key")}
            signer_digest = sha256
            default_policy = 1.3.6.1.4.1.55555.1
            other_policies = 1.3.6.1.4.1.55555.2
            digests = {digests}
            accuracy = secs:1
            ordering = yes
            tsa_name = yes
            ess_cert_id_chain = no
            ess_cert_id_alg = sha256

            """;

        File.WriteAllText(FileIn("tsa.cnf"), Section("kind", "sha256, sha384, sha512") + Section("strict", "sha512"));
    }
}
