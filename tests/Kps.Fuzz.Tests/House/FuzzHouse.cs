using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Kps.Audit;
using Kps.Contracts;
using Kps.Gateway;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Tokens;
using Kps.Gateway.Call.Verifying;
using Kps.Gateway.FrontDoor;
using Kps.Gateway.Tests.Fakes;
using Kps.Mernis;
using Kps.Registry;
using Kps.Registry.Live;
using Kps.Registry.Passwords;
using Kps.Registry.Tokens;
using Kps.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kps.Fuzz.Tests.House;

/// <summary>
/// The gateway's own host on Kestrel with its own container; a call can come over the wire or straight into the endpoint. Stood in for: the
/// log's database, the registry's, the slow hash, NVİ's transport (which answers for whoever is asked). The clock stands at the corpus' time.
/// </summary>
internal sealed partial class FuzzHouse : IAsyncDisposable
{
    /// <summary>Registry number of the user whose password stands in the requests.</summary>
    public const int UserId = 1;

    private static readonly string[] Connection = ["Audit:ConnectionString", "Registry:ConnectionString"];

    private readonly ManualTimeProvider _time = new();
    private readonly CannedNvi _nvi = new();
    private readonly EncodingAuditLog _audit;
    private readonly WebApplication _app;

    private FuzzHouse()
    {
        _audit = new EncodingAuditLog(_time);
        _nvi.Router = AnswerTheQuestion;
        Port = TestCluster.FreePort();
        _app = GatewayHost.Build(
            [
                .. Connection.Select(key => $"--{key}=Host=nowhere.invalid"),
                $"--Kestrel:Endpoints:Http:Url=http://127.0.0.1:{Port}",
                "--environment=Development",
            ],
            StandIn);
    }

    /// <summary>Where Kestrel listens, plain HTTP: the attacks are below TLS's payload.</summary>
    public int Port { get; }

    /// <summary>Queries that reached NVİ since the house was opened.</summary>
    public int Queries => _nvi.Queries;

    /// <summary>What the log was told since it was last asked.</summary>
    public AuditTrace TakeTrace() => _audit.Take();

    public static async Task<FuzzHouse> OpenAsync()
    {
        var house = new FuzzHouse();
        await house._app.StartAsync();
        return house;
    }

    /// <summary>Sends an input straight into the endpoint, one at a time.</summary>
    /// <param name="input">The input.</param>
    /// <param name="limit">A call that takes longer hangs.</param>
    /// <exception cref="TimeoutException">It hangs.</exception>
    public async Task<Reply> PlayAsync(FuzzInput input, TimeSpan limit)
    {
        _audit.Take();
        var queries = _nvi.Queries;
        var http = new DefaultHttpContext { RequestServices = _app.Services };
        http.Request.Method = HttpMethods.Post;
        http.Request.ContentType = input.ContentType;
        http.Request.Body = new MemoryStream(input.Body, writable: false);
        http.Request.ContentLength = input.Body.Length;
        http.Connection.RemoteIpAddress = IPAddress.Loopback;
        foreach (var (name, value) in input.Headers)
        {
            http.Request.Headers.Append(name, value);
        }

        using var answer = new MemoryStream();
        http.Response.Body = answer;
        var endpoint = _app.Services.GetRequiredService<CallEndpoint>();
        var started = Stopwatch.GetTimestamp();
        await Task.Run(() => endpoint.HandleAsync(http, input.Door)).WaitAsync(limit);
        return new Reply(
            http.Response.StatusCode, answer.ToArray(), Stopwatch.GetElapsedTime(started), _audit.Take(), _nvi.Queries - queries, Asked());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _nvi.Dispose();
        _audit.Dispose();
    }

    private void StandIn(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.Logging.ClearProviders();
        foreach (var service in services.Where(IsDatabaseWorker).ToList())
        {
            services.Remove(service);
        }

        services.RemoveAll<IValidateOptions<AuditOptions>>();
        services.RemoveAll<IValidateOptions<RegistryOptions>>();
        services.RemoveAll<IValidateOptions<MernisOptions>>();
        services.RemoveAll<MernisClient>();
        services.RemoveAll<HashingLane>();
        services.RemoveAll<TokenRealm>();
        services.RemoveAll<IMasterKey>();
        services.AddSingleton<IMasterKey>(new PlainKey());
        services.AddSingleton(Realm());
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton<IAuditLog>(_audit);
        services.AddSingleton<IAuditState>(_audit);
        services.AddSingleton<IRegistry>(Registry());
        services.AddSingleton<IPasswordFailures>(new FakePasswordFailures());
        services.AddSingleton(_nvi.Client);
        services.AddSingleton(new HashingLane(_time, NullLogger<HashingLane>.Instance, new FakeHash().Verify));
    }

    private static bool IsDatabaseWorker(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && service.ImplementationFactory?.GetType().GenericTypeArguments is [_, var made]
        && (made.Assembly == typeof(IAuditLog).Assembly || made.Assembly == typeof(IRegistry).Assembly || made == typeof(Kps.Gateway.Acts.NodeActs));

    /// <summary>The key and the two users of the corpus' tokens; only the first has the password of the requests.</summary>
    private static FakeRegistry Registry()
    {
        var hospital = Registered.Institution(ranges: "127.0.0.0/8");
        var registry = new FakeRegistry
        {
            TokenKeys =
            [
                new RegisteredTokenKey { Id = 1, IsTest = false, Wrapped = PlainKey.OfTheCorpus(), MasterKeyId = PlainKey.Name, Fingerprint = PlainKey.FingerprintOfTheCorpus(), SignsFrom = DateTimeOffset.UnixEpoch, WithdrawnAt = null },
            ],
        };
        registry.Load([Registered.User(institution: hospital, id: UserId), Registered.User(Registered.Number(100_200_313), hospital, hash: FakeHash.Of(new Secret("baska")), id: 14)], []);
        return registry;
    }

    /// <summary>The audience of the corpus' tokens, without a public address: Kestrel answers to any host here.</summary>
    private static TokenRealm Realm() =>
        new(Options.Create(new TokenOptions()), Options.Create(new GatewayOptions { PublicUrl = new Uri("https://kps.example.gov.tr") }));

    private HttpResponseMessage AnswerTheQuestion() =>
        Tckn.TryCreate(Asked() ?? 0, out var person)
            ? CannedNvi.Soap(200, NviAnswers.Vatandas(person))
            : CannedNvi.Html(500, "<html><body>uydurma</body></html>");

    /// <summary>The number in the last query NVİ got.</summary>
    private long? Asked() =>
        AskedNumber().Match(_nvi.LastQuery) is { Success: true } match ? long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"<(?:\w+:)?(?:TC)?KimlikNo[^>]*>(\d+)</(?:\w+:)?(?:TC)?KimlikNo>")]
    private static partial Regex AskedNumber();
}
