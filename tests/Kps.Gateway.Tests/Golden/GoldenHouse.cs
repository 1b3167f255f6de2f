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
using Kps.Gateway.Call.Entitling;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Identifying;
using Kps.Gateway.Call.Issuing;
using Kps.Gateway.Call.Listening;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Responding;
using Kps.Gateway.Call.Tokens;
using Kps.Gateway.Call.Verifying;
using Kps.Gateway.FrontDoor;
using Kps.Gateway.Tests.Call.Tokens;
using Kps.Gateway.Tests.Fakes;
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
    /// <summary>Names every token the house issues, so that its replies can be compared as bytes.</summary>
    public static readonly Guid AssertionId = new("5a0c0de0-0000-4000-8000-00000000a55e");

    private readonly ManualTimeProvider _time = new(Calls.Now);
    private readonly FakeAuditLog _audit = new() { IsNumberFixed = true };
    private readonly CannedNvi _nvi = new();
    private readonly TokenHouse _tokenHouse = new();
    private readonly TokenHouse _keylessHouse = new();
    private readonly TokenNode _tokens;
    private readonly TokenNode _keyless;
    private readonly FakePasswordFailures _failures = new();
    private readonly FakeRegistry _registry = GoldenRegistry.Create();
    private readonly VerifierCache _passwords;
    private readonly HashingLane _lane;

    public GoldenHouse()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _failures.Locked.Add(Registered.Number(100_200_308));
        _passwords = new VerifierCache(_time);
        _lane = new HashingLane(_time, NullLogger<HashingLane>.Instance);
        _tokenHouse.Registry.Load(_tokenHouse.NewKey(GoldenTokens.KeyId, TimeSpan.FromDays(-30), rsa: GoldenTokens.ReadKey("signing-key")));
        _tokens = _tokenHouse.Node();
        _keylessHouse.Registry.Load();
        _keyless = _keylessHouse.Node();
    }

    /// <summary>The row of the last call's end, when it was a token's.</summary>
    public CallFacts? Issue => _audit.Issues.LastOrDefault().Facts;

    /// <summary>The intent of the last call.</summary>
    public CallFacts? Intent => _audit.Intents.LastOrDefault();

    /// <summary>Plays a case.</summary>
    /// <returns>The body, and status and headers as text.</returns>
    public Task<(byte[] Body, string Head)> PlayAsync(GoldenCase golden) => PlayAsync(golden.Sent);

    /// <summary>Sends a request. Nothing of an earlier one is remembered but its proven password.</summary>
    public async Task<(byte[] Body, string Head)> PlayAsync(GoldenRequest sent)
    {
        _audit.Intents.Clear();
        _audit.Outcomes.Clear();
        _audit.Refusals.Clear();
        _audit.Issues.Clear();
        _audit.OnEnd = sent.IsLogAway ? new AuditUnavailableException("uydurma") : null;
        var asked = 0;
        var answers = sent.Nvi.Split(',', StringSplitOptions.TrimEntries);
        _nvi.Router = () => answers[Math.Min(asked++, answers.Length - 1)] switch
        {
            "lost" => throw new HttpRequestException(HttpRequestError.ConnectionError, "uydurma"),
            var status when int.TryParse(status, out var code) => CannedNvi.Html(code, "<html><body>uydurma</body></html>"),
            var file => CannedNvi.Soap(200, File.ReadAllText(Path.Combine(GoldenCase.Root, "nvi", file + ".xml"))),
        };
        var queries = _nvi.Queries;
        var http = Exchange(sent);
        var tokens = sent.AreKeysAway ? _keyless : _tokens;
        var cache = new TokenCache(_time);
        using var verifier = new TokenVerifier(tokens.Keys, tokens.Realm, cache, _time);
        var issuer = new TokenIssuer(tokens.Keys, tokens.Realm, cache, Options.Create(new TokenOptions()), _time, () => AssertionId);
        await Endpoint(issuer, verifier, sent.Callers, sent.IsAnalogyOff).HandleAsync(http, sent.Door);

        var rows = _audit.Outcomes.Count + _audit.Refusals.Count + _audit.Issues.Count;
        Assert.That(rows, Is.EqualTo(sent.IsLogAway ? 0 : 1), "One row for each call's end.");
        Assert.That(_nvi.Queries - queries, Is.LessThanOrEqualTo(_audit.Intents.Count * 2), "No query without an intent.");
        return (((MemoryStream)http.Response.Body).ToArray(), Head(http.Response));
    }

    public void Dispose()
    {
        _lane.Dispose();
        _tokenHouse.Dispose();
        _keylessHouse.Dispose();
        _nvi.Dispose();
    }

    private CallEndpoint Endpoint(TokenIssuer issuer, TokenVerifier verifier, CallerOptions callers, bool isAnalogyOff)
    {
        var clock = new IstanbulClock(_time);
        var identify = new IdentifyStage(_registry, clock);
        var address = new CheckAddressStage();
        var password = new VerifyPasswordStage(_passwords, _lane, _failures, _time);
        var caller = new CheckCallerStage(new AskerWatch(clock), Options.Create(callers));
        var gateway = Options.Create(new GatewayOptions { PublicUrl = new Uri(TokenHouse.PublicUrl) });
        ICallStage[] query =
        [
            new ListenStage(),
            new ParseStage(isAnalogyOff ? QueryTables.WithoutAnalogy : QueryTables.All),
            identify,
            address,
            password,
            new VerifyTokenStage(verifier, clock),
            caller,
            new AuthorizeStage(clock),
            new CheckCriteriaStage(),
            new AdmitStage(new FairGate(Options.Create(new AdmissionOptions()), _time)),
            new ForwardStage(_audit, new UpstreamForwarder(_nvi.Client)),
            new MapStage(new FieldProjections(), clock),
        ];
        ICallStage[] token =
        [
            new ListenStage(),
            new ParseTokenRequestStage(),
            identify,
            address,
            password,
            caller,
            new AdmitIssueStage(Options.Create(new AdmissionOptions()), _time),
            new IssueTokenStage(issuer, Options.Create(new TokenOptions()), gateway),
        ];
        Assert.That(query.Select(stage => stage.GetType()), Is.EqualTo(Walks.Query));
        Assert.That(token.Select(stage => stage.GetType()), Is.EqualTo(Walks.Token));
        var walks = new Dictionary<AuditDoor, Walk> { [AuditDoor.Router] = new(query), [AuditDoor.Ek] = new(query), [AuditDoor.Sts] = new(token) };
        var responder = new SoapResponder(new EnvelopeWriter(_time, gateway));
        var pipeline = new KpsPipeline(walks, new CallRecorder(_audit, _time), responder, NullLogger<KpsPipeline>.Instance);
        return new CallEndpoint(pipeline, _audit, _time, NullLogger<CallEndpoint>.Instance);
    }

    private static DefaultHttpContext Exchange(GoldenRequest sent)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = HttpMethods.Post;
        http.Request.ContentType = Calls.Soap12Type;
        http.Request.Body = new MemoryStream(sent.Body);
        http.Request.ContentLength = sent.Body.Length;
        http.Response.Body = new MemoryStream();
        http.Connection.RemoteIpAddress = sent.Address == "none" ? null : IPAddress.Parse(sent.Address);
        foreach (var (name, value) in sent.Headers)
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
}
