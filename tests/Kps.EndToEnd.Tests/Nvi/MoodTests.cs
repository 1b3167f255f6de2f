using Kps.Audit;
using Kps.Audit.Reading;
using Kps.EndToEnd.Tests.Harness;
using Kps.EndToEnd.Tests.Refusals;
using Kps.Gateway.Call;
using Nvi.Simulator.Control;

namespace Kps.EndToEnd.Tests.Nvi;

/// <summary>
/// NVİ on a bad day: the caller gets HTTP 200 and a Kod that says whose fault it is, the outcome row says what was tried, and the next call
/// after the trouble is answered.
/// </summary>
public sealed class MoodTests
{
    private const string Wait = "Kaydı KPS'siz tamamlayıp sonra doğrulayın; birkaç dakika sonra yeniden deneyin.";

    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _house = await TestEnvironment.StartAsync(
        null,
        "--Mernis:AttemptTimeout=00:00:06",
        "--Mernis:StsTimeout=00:00:04",
        "--Mernis:ConnectTimeout=00:00:04",
        "--Mernis:StsHoldOff=00:00:00.05",
        "--Mernis:StsMaxHoldOff=00:00:00.05",
        "--Mernis:BreakerMinimumThroughput=1000");

    [OneTimeTearDown]
    public async Task StopAsync() => await _house.DisposeAsync();

    [SetUp]
    public async Task CalmAsync()
    {
        _house.Nvi.Reset();
        await _house.SetNviPasswordAsync(TestEnvironment.NviPassword);
        for (var attempt = 0; (await AskAsync()).ResultHataKod is not null; attempt++)
        {
            Assert.That(attempt, Is.LessThan(200), "NVİ is calm and still not reached.");
            await Task.Delay(100);
        }
    }

    [TestCase(NviFaultKind.CloseAfterAccept, "NviUnreachable", "NVİ/MERNİS'e şu an ulaşılamıyor;", UpstreamAttemptResult.ConnectFailed, 2)]
    [TestCase(NviFaultKind.ResetBeforeAnswer, "NviUnreachable", "NVİ/MERNİS'e şu an ulaşılamıyor;", UpstreamAttemptResult.ConnectionClosed, 2)]
    [TestCase(NviFaultKind.TruncatedBody, "NviUnreachable", "NVİ/MERNİS'e şu an ulaşılamıyor;", UpstreamAttemptResult.InvalidAnswer, 1)]
    [TestCase(NviFaultKind.Hang, "NviTimeout", "NVİ/MERNİS süresi içinde yanıt vermedi;", UpstreamAttemptResult.TimedOut, 1)]
    [TestCase(NviFaultKind.Forbidden, "NviAddressNotRegistered", "NVİ/MERNİS Bakanlık ağ geçidinin erişimini kabul etmiyor;", UpstreamAttemptResult.InvalidAnswer, 1)]
    [TestCase(NviFaultKind.SoapFault, "NviServiceFault", "NVİ/MERNİS sorguyu hata ile geri çevirdi;", UpstreamAttemptResult.Fault, 1)]
    [TestCase(NviFaultKind.ServerError, "NviMalformed", "NVİ/MERNİS okunamayan bir yanıt verdi;", UpstreamAttemptResult.InvalidAnswer, 1)]
    [TestCase(NviFaultKind.Garbage, "NviMalformed", "NVİ/MERNİS okunamayan bir yanıt verdi;", UpstreamAttemptResult.InvalidAnswer, 1)]
    [TestCase(NviFaultKind.AnotherPerson, "NviMalformed", "NVİ/MERNİS okunamayan bir yanıt verdi;", UpstreamAttemptResult.InvalidAnswer, 1)]
    [TestCase(NviFaultKind.HugeAnswer, "NviTooLarge", "NVİ/MERNİS beklenenden büyük bir yanıt verdi;", UpstreamAttemptResult.InvalidAnswer, 1)]
    public async Task Router_Misbehaves(NviFaultKind kind, string cause, string text, UpstreamAttemptResult result, int attempts)
    {
        _house.Nvi.Inject(new NviFault { Endpoint = NviEndpoint.Router, Kind = kind });

        var closing = await CheckAsync(await AskAsync(), Enum.Parse<FaultCode>(cause), text);

        Assert.That(closing.Attempts.Select(attempt => (attempt.Kind, attempt.Result)), Is.EqualTo(Enumerable.Repeat((UpstreamAttemptKind.Query, result), attempts)));
        _house.Nvi.ClearFaults();
        Assert.That((await AskAsync()).ResultHataKod, Is.Null, "The next call is answered.");
    }

    [TestCase(NviFaultKind.CloseAfterAccept, "NviStsUnreachable", "NVİ kimlik doğrulama sunucusuna şu an ulaşılamıyor;", UpstreamAttemptResult.ConnectFailed)]
    [TestCase(NviFaultKind.Hang, "NviStsTimeout", "NVİ kimlik doğrulama sunucusu süresi içinde yanıt vermedi;", UpstreamAttemptResult.TimedOut)]
    [TestCase(NviFaultKind.Forbidden, "NviAddressNotRegistered", "NVİ/MERNİS Bakanlık ağ geçidinin erişimini kabul etmiyor;", UpstreamAttemptResult.InvalidAnswer)]
    [TestCase(NviFaultKind.Garbage, "NviStsMalformed", "NVİ kimlik doğrulama sunucusu okunamayan bir yanıt verdi;", UpstreamAttemptResult.InvalidAnswer)]
    public async Task Sts_Misbehaves_WhenANewTokenIsNeeded(NviFaultKind kind, string cause, string text, UpstreamAttemptResult result)
    {
        _house.Nvi.Inject(new NviFault { Endpoint = NviEndpoint.Sts, Kind = kind });
        _house.Nvi.RevokeTokens();

        var closing = await CheckAsync(await AskAsync(), Enum.Parse<FaultCode>(cause), text);

        Assert.That((closing.Attempts[0].Kind, closing.Attempts[0].Result), Is.EqualTo((UpstreamAttemptKind.Query, UpstreamAttemptResult.Fault)));
        Assert.That(closing.Attempts.Skip(1).Select(attempt => (attempt.Kind, attempt.Result)).Distinct(), Is.EqualTo(new[] { (UpstreamAttemptKind.Sts, result) }));
    }

    [Test]
    public async Task Sts_RefusesOurPassword()
    {
        await _house.SetNviPasswordAsync(new("baska-parola"));
        _house.Nvi.RevokeTokens();

        var closing = await CheckAsync(await AskAsync(), FaultCode.NviStsRefused, "NVİ, Bakanlık ağ geçidinin kimliğini kabul etmedi;");

        Assert.That(closing.Attempts.Select(attempt => attempt.Kind), Is.EqualTo(new[] { UpstreamAttemptKind.Query, UpstreamAttemptKind.Sts }));
    }

    [Test]
    public async Task TokenRevoked_IsRenewedOnceAndTheCallIsAnswered()
    {
        var issued = _house.Nvi.Statistics.TokensIssued;
        Assert.That(_house.Nvi.RevokeTokens(), Is.Positive);

        var reply = await AskAsync();

        Assert.That((reply.Status, reply.ResultHataKod), Is.EqualTo((200, (int?)null)), reply.Text);
        Assert.That(_house.Nvi.Statistics.TokensIssued, Is.EqualTo(issued + 1));
        var attempts = (await _house.AuditOfAsync(reply.IslemNo)).Closing!.Attempts;
        Assert.That(attempts.Select(attempt => (attempt.Kind, attempt.Result)), Is.EqualTo(new[]
        {
            (UpstreamAttemptKind.Query, UpstreamAttemptResult.Fault),
            (UpstreamAttemptKind.Sts, UpstreamAttemptResult.Answered),
            (UpstreamAttemptKind.Query, UpstreamAttemptResult.Answered),
        }));
    }

    [Test]
    public async Task TokenRefusedTwice_IsNotTriedAThirdTime()
    {
        _house.Nvi.Inject(new NviFault { Endpoint = NviEndpoint.Router, Kind = NviFaultKind.Delay, DelayMilliseconds = 600 });
        var reply = AskAsync();
        while (!reply.IsCompleted)
        {
            // Each token dies while the query that shows it is held up.
            _house.Nvi.RevokeTokens();
            await Task.WhenAny(reply, Task.Delay(20));
        }

        var closing = await CheckAsync(await reply, FaultCode.NviTokenRefused, "NVİ/MERNİS Bakanlık ağ geçidinin oturumunu kabul etmedi;");

        Assert.That(closing.Attempts.Count(attempt => attempt.Kind == UpstreamAttemptKind.Query), Is.EqualTo(2));
    }

    [Test]
    public async Task ConnectionClosedOnce_IsTriedAgainAndAnswered()
    {
        _house.Nvi.Inject(new NviFault { Endpoint = NviEndpoint.Router, Kind = NviFaultKind.ResetBeforeAnswer, Times = 1 });

        var reply = await AskAsync();

        Assert.That((reply.Status, reply.ResultHataKod), Is.EqualTo((200, (int?)null)), reply.Text);
        var attempts = (await _house.AuditOfAsync(reply.IslemNo)).Closing!.Attempts;
        Assert.That(attempts.Select(attempt => attempt.Result), Is.EqualTo(new[] { UpstreamAttemptResult.ConnectionClosed, UpstreamAttemptResult.Answered }));
    }

    private Task<SoapReply> AskAsync() => _house.PostAsync(SoapMessage.Query(_house.Samples.Citizen.Value, _house.User));

    private async Task<AuditEntry> CheckAsync(SoapReply reply, FaultCode cause, string text)
    {
        RefusalAssertions.CheckHata(reply, (int)cause, text);
        if (cause != FaultCode.NviTooLarge)
        {
            Assert.That(reply.ResultHataText, Does.Contain(Wait));
        }

        var call = await _house.AuditOfAsync(reply.IslemNo);
        Assert.That(call.State, Is.EqualTo(AuditCallState.Failed));
        Assert.That((call.Closing!.Outcome, call.Closing.Cause), Is.EqualTo(((int?)cause, cause.ToString())));
        Assert.That(call.Result, Is.Null, "No answer was delivered, so none is kept.");
        Assert.That(await _house.CountRowsAsync(reply.IslemNo), Is.EqualTo(2));
        return call.Closing;
    }
}
