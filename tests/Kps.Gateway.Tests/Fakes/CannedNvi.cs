using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using Kps.Mernis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kps.Gateway.Tests.Fakes;

/// <summary>Both of NVİ's doors below HTTP: answers with what a test hands it and counts what it was asked.</summary>
internal sealed class CannedNvi : IDisposable
{
    private static readonly Uri StsUrl = new("http://nvi.invalid/sts");
    private static readonly Uri RouterUrl = new("http://nvi.invalid/router");

    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly string _passwordFile = Path.GetTempFileName();

    public CannedNvi(bool isAnalogyOn = true)
    {
        File.WriteAllText(_passwordFile, "uydurma");
        var options = new MernisOptions
        {
            StsUrl = StsUrl,
            RouterUrl = RouterUrl,
            UserName = "KRM-DENEME",
            PasswordFile = _passwordFile,
            AllowPlainHttp = true,
            SendSorgulayan = true,
            BreakerMinimumThroughput = 10_000,
        };
        Client = new MernisClient(
            options,
            TimeProvider.System,
            new MernisMetrics(_services.GetRequiredService<IMeterFactory>()),
            NullLogger<MernisClient>.Instance,
            isAnalogyOn,
            (_, _) => new Door(this));
    }

    public MernisClient Client { get; }

    /// <summary>Queries that reached the router.</summary>
    public int Queries { get; private set; }

    public string LastQuery { get; private set; } = string.Empty;

    /// <summary>What the router answers.</summary>
    public Func<HttpResponseMessage> Router { get; set; } = () => Soap(200, NviAnswers.KayitYok());

    /// <summary>What the STS answers.</summary>
    public Func<HttpResponseMessage> Sts { get; set; } = () => Soap(200, NviAnswers.Token());

    public static HttpResponseMessage Soap(int status, string body) => Html(status, body, "application/soap+xml");

    public static HttpResponseMessage Html(int status, string body, string type = "text/html") =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };

    public void Dispose()
    {
        Client.Dispose();
        _services.Dispose();
        File.Delete(_passwordFile);
    }

    private sealed class Door(CannedNvi nvi) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri == StsUrl)
            {
                return nvi.Sts();
            }

            nvi.LastQuery = await request.Content!.ReadAsStringAsync(cancellationToken);
            nvi.Queries++;
            return nvi.Router();
        }
    }
}
