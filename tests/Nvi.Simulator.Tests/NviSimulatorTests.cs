using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kps.Contracts;
using Microsoft.Extensions.Logging;
using Nvi.Simulator.Tests.Wire;

namespace Nvi.Simulator.Tests;

internal sealed class NviSimulatorTests
{
    private static readonly NviSimulatorOptions Sound = new() { EnvironmentName = "Test", Password = new Secret("x") };

    private static IEnumerable<TestCaseData> Refusals()
    {
        yield return Case("Production", Sound with { EnvironmentName = "Production" }, "Development or Test only");
        yield return Case("Staging", Sound with { EnvironmentName = "Staging" }, "Development or Test only");
        yield return Case("empty_environment", Sound with { EnvironmentName = "" }, "Development or Test only");
        yield return Case("no_password", Sound with { Password = default }, "Password must not be empty");
        yield return Case("no_user", Sound with { UserName = "" }, "UserName must not be empty");
        yield return Case("plain_http_beyond_loopback", Sound with { Address = IPAddress.Any }, "Plain HTTP is for loopback only");
        yield return Case("too_few_people", Sound with { PopulationSize = 10 }, "PopulationSize");
        yield return Case("endless_token", Sound with { TokenLifetime = TimeSpan.FromDays(2) }, "TokenLifetime");
        yield return Case("token_of_no_time", Sound with { TokenLifetime = TimeSpan.Zero }, "TokenLifetime");
        yield return Case("endless_delay", Sound with { RouterDelay = TimeSpan.FromHours(1) }, "RouterDelay");
        yield return Case("impossible_port", Sound with { StsPort = 70_000 }, "Ports");

        static TestCaseData Case(string name, NviSimulatorOptions options, string reason) => new TestCaseData(options, reason).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Refusals))]
    public void Start_RefusesWithTheReason(NviSimulatorOptions options, string reason) =>
        Assert.That(async () => await NviSimulator.StartAsync(options), Throws.InvalidOperationException.With.Message.Contains(reason));

    [Test]
    public void Start_NamesEveryReasonAtOnce() =>
        Assert.That(
            async () => await NviSimulator.StartAsync(Sound with { EnvironmentName = "Production", UserName = "" }),
            Throws.InvalidOperationException.With.Message.Contains("'Production'").And.Message.Contains("UserName"));

    [TestCase("development")]
    [TestCase("Test")]
    public async Task Start_LetsDevelopmentAndTestRun(string environment)
    {
        await using var simulator = await NviSimulator.StartAsync(Sound with { EnvironmentName = environment });

        Assert.That(simulator.StsUrl.AbsolutePath, Is.EqualTo("/Services/Issuer.svc/IWSTrust13"));
        Assert.That(simulator.RouterUrl.AbsolutePath, Is.EqualTo("/Services/RoutingService.svc"));
        Assert.That(simulator.ControlUrl.Host, Is.EqualTo("127.0.0.1"));
        Assert.That(new[] { simulator.StsUrl.Port, simulator.RouterUrl.Port, simulator.ControlUrl.Port }.Distinct().Count(), Is.EqualTo(3));
    }

    [Test]
    public async Task Start_GivesUpWhenThePortIsTaken()
    {
        await using var first = await NviSimulator.StartAsync(Sound);

        Assert.That(async () => await NviSimulator.StartAsync(Sound with { StsPort = first.StsUrl.Port }), Throws.InstanceOf<IOException>());
    }

    [Test]
    public async Task Https_ServesBothDoorsWithTheGivenCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        await using var nvi = await TestSimulator.StartAsync(options => options with { Certificate = made });
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown!.Thumbprint == made.Thumbprint };
        using var http = new HttpClient(handler);

        foreach (var url in new[] { nvi.Simulator.StsUrl, nvi.Simulator.RouterUrl })
        {
            Assert.That(url.Scheme, Is.EqualTo("https"));
            using var response = await http.SendAsync(TestSimulator.Message(url, new StsRequest().Write()));
            Assert.That((int)response.StatusCode, Is.EqualTo(url == nvi.Simulator.StsUrl ? 200 : 500));
        }
    }

    [Test]
    public async Task Logs_CarryNoPersonNoPasswordAndNoToken()
    {
        var log = new ListLogger();
        await using var nvi = await TestSimulator.StartAsync(options => options with
        {
            ConfigureLogging = logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace),
        });
        var request = await nvi.QueryAsync(nvi.Samples.Citizen.Value);
        await nvi.RouterAsync(request);
        nvi.Simulator.Inject(new() { Endpoint =
            Nvi.Simulator.Control.NviEndpoint.Router, Kind = Nvi.Simulator.Control.NviFaultKind.ResetBeforeAnswer, Times = 1 });
        Assert.That(async () => await nvi.RouterAsync(request), Throws.InstanceOf<HttpRequestException>());

        var text = log.Text;
        Assert.That(text, Is.Not.Empty);
        Assert.That(text, Does.Not.Contain(nvi.Samples.Citizen.Value.ToString()).And.Not.Contain(TestSimulator.Password)
            .And.Not.Contain(request.Token.AssertionId).And.Not.Contain(Convert.ToBase64String(request.Token.ProofKey)));
    }

    private sealed class ListLogger : ILoggerProvider, ILogger
    {
        private readonly StringBuilder _lines = new();

        public string Text
        {
            get
            {
                lock (_lines)
                    return _lines.ToString();
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines)
                _lines.AppendLine(formatter(state, exception)).AppendLine(exception?.ToString());
        }

        public void Dispose()
        {
        }
    }
}
