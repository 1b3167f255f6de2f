using System.Net;
using System.Text;
using Kps.Audit;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Addressing;
using Kps.Gateway.Call.Admitting;
using Kps.Gateway.Call.Auditing;
using Kps.Gateway.Call.Authorizing;
using Kps.Gateway.Call.Callers;
using Kps.Gateway.Call.Criteria;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Identifying;
using Kps.Gateway.Call.Listening;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Responding;
using Kps.Gateway.Call.Verifying;
using Kps.Gateway.Tests.Call.Tokens;
using Kps.Gateway.Tests.Fakes;
using Kps.Registry.Applications;
using Kps.Registry.Institutions;
using Kps.Registry.Passwords;
using Kps.Registry.Users;
using Kps.TestSupport;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Tests.Golden;

/// <summary>
/// The gateway as it runs, from the endpoint to the answer's bytes, with the real stages, the real hash and the real upstream client. Only
/// its three edges are stood in for: the log, the registry's database, NVİ's transport. The clock stands still.
/// </summary>
internal sealed class GoldenHouse : IDisposable
{
    public const string InsideAddress = "192.0.2.10";

    private readonly ManualTimeProvider _time = new(Calls.Now);
    private readonly FakeAuditLog _audit = new() { IsNumberFixed = true };
    private readonly CannedNvi _nvi = new();
    private readonly HashingLane _lane;
    private readonly CallEndpoint _endpoint;
    private readonly TokenHouse _tokenHouse = TokenHouse.WithKey();
    private readonly TokenNode _tokens;

    public GoldenHouse()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var clock = new IstanbulClock(_time);
        var failures = new FakePasswordFailures();
        failures.Locked.Add(Registered.Number(100_200_308));
        _tokens = _tokenHouse.Node();
        _lane = new HashingLane(_time, NullLogger<HashingLane>.Instance);
        ICallStage[] stages =
        [
            new ListenStage(),
            new ParseStage(),
            new IdentifyStage(Registry(), clock),
            new CheckAddressStage(),
            new VerifyPasswordStage(new VerifierCache(_time), _lane, failures, _time),
            new VerifyTokenStage(_tokens.Verifier, clock),
            new CheckCallerStage(new AskerWatch(clock), Options.Create(new CallerOptions())),
            new AuthorizeStage(clock),
            new CheckCriteriaStage(),
            new AdmitStage(new FairGate(Options.Create(new AdmissionOptions()), _time)),
            new ForwardStage(_audit, new UpstreamForwarder(_nvi.Client)),
            new MapStage(),
        ];
        Assert.That(stages.Select(stage => stage.GetType()), Is.EqualTo(Walks.Query));
        var responder = new SoapResponder(Calls.Envelopes(_time));
        var pipeline = new KpsPipeline(Calls.OneWalk(stages), new CallRecorder(_audit, _time), responder, NullLogger<KpsPipeline>.Instance);
        _endpoint = new CallEndpoint(pipeline, _audit, _time, NullLogger<CallEndpoint>.Instance);
    }

    /// <summary>Plays a case.</summary>
    /// <returns>The body, and status and headers as text.</returns>
    public async Task<(byte[] Body, string Head)> PlayAsync(GoldenCase golden)
    {
        _audit.Intents.Clear();
        _audit.Outcomes.Clear();
        _audit.Refusals.Clear();
        _audit.OnEnd = golden.IsLogAway ? new AuditUnavailableException("uydurma") : null;
        _nvi.Router = () => golden.Nvi switch
        {
            "lost" => throw new HttpRequestException(HttpRequestError.ConnectionError, "uydurma"),
            var status when int.TryParse(status, out var code) => CannedNvi.Html(code, "<html><body>uydurma</body></html>"),
            var file => CannedNvi.Soap(200, File.ReadAllText(Path.Combine(GoldenCase.Root, "nvi", file + ".xml"))),
        };
        var queries = _nvi.Queries;
        var http = Exchange(golden);
        await _endpoint.HandleAsync(http, AuditDoor.Router);

        var rows = _audit.Outcomes.Count + _audit.Refusals.Count;
        Assert.That(rows, Is.EqualTo(golden.IsLogAway ? 0 : 1), "One row for each call's end.");
        Assert.That(_nvi.Queries - queries, Is.LessThanOrEqualTo(_audit.Intents.Count * 2), "No query without an intent.");
        return (((MemoryStream)http.Response.Body).ToArray(), Head(http.Response));
    }

    public void Dispose()
    {
        _lane.Dispose();
        _tokenHouse.Dispose();
        _nvi.Dispose();
    }

    private static DefaultHttpContext Exchange(GoldenCase golden)
    {
        var http = new DefaultHttpContext();
        var body = golden.Request;
        http.Request.Method = HttpMethods.Post;
        http.Request.ContentType = Calls.Soap12Type;
        http.Request.Body = new MemoryStream(body);
        http.Request.ContentLength = body.Length;
        http.Response.Body = new MemoryStream();
        http.Connection.RemoteIpAddress = golden.Address == "none" ? null : IPAddress.Parse(golden.Address);
        foreach (var (name, value) in golden.Headers)
        {
            http.Request.Headers[name] = name == "Authorization" && value.StartsWith("Basic ", StringComparison.Ordinal) && value.Contains(':')
                ? "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(value["Basic ".Length..]))
                : value;
        }

        if (http.Request.Headers.TransferEncoding.Count > 0)
        {
            http.Request.ContentLength = null;
        }

        return http;
    }

    private static string Head(HttpResponse response)
    {
        var head = new StringBuilder($"{response.StatusCode}\n");
        foreach (var (name, value) in response.Headers.OrderBy(header => header.Key, StringComparer.Ordinal))
        {
            // The length follows from the body, which is compared itself.
            if (name != "Content-Length")
            {
                head.Append($"{name}: {value}\n");
            }
        }

        Assert.That(response.ContentLength, Is.EqualTo(response.Body.Length));
        return head.ToString();
    }

    private static FakeRegistry Registry()
    {
        var hospital = Registered.Institution();
        var closed = Registered.Institution(990003, "198.51.100.128/25", InstitutionDurum.Kapali);
        var unentitled = Registered.Institution(990004, "198.51.100.64/26", isEntitled: false);
        var hash = PasswordHash.Create(Registered.Password);
        RegisteredUser[] users =
        [
            User(100_200_300, hospital),
            User(100_200_301, hospital, UserDurum.Pasif),
            User(100_200_302, hospital, UserDurum.OnayBekliyor),
            User(100_200_303, hospital, UserDurum.Red),
            User(100_200_304, hospital, UserDurum.SuresiDoldu),
            User(100_200_305, hospital, expires: Calls.Now - TimeSpan.FromDays(1)),
            User(100_200_306, closed),
            User(100_200_307, unentitled),
            User(100_200_308, hospital),
        ];
        var application = new RegisteredApplication
        {
            Id = 1,
            Kod = new Guid("5a0c0de0-0000-4000-8000-000000000001"),
            Firma = "UYDURMA YAZILIM",
            Urun = "UYDURMA HBYS",
            Nesil = default,
            Bitis = null,
            IsClosed = false,
        };
        return FakeRegistry.Of(users, [application], Registered.Institution(990002, "198.51.100.0/26"));

        RegisteredUser User(int firstNine, RegisteredInstitution institution, UserDurum durum = UserDurum.Aktif, DateTimeOffset? expires = null) =>
            Registered.User(Registered.Number(firstNine), institution, durum, hash, expires: expires);
    }
}
