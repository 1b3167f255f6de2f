using Kps.Audit;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Tests.Fakes;
using Kps.Mernis;
using Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Tests.Call.Forwarding;

internal sealed class ForwardStageTests
{
    private FakeAuditLog _audit = null!;
    private CannedNvi _nvi = null!;

    [SetUp]
    public void Create() => (_audit, _nvi) = (new FakeAuditLog(), new CannedNvi());

    [TearDown]
    public void Release() => _nvi.Dispose();

    [Test]
    public async Task Query_LeavesBehindItsIntent()
    {
        _nvi.Router = () =>
        {
            Assert.That(_audit.Intents, Has.Count.EqualTo(1), "Written before it leaves.");
            return CannedNvi.Soap(200, NviAnswers.Vatandas());
        };
        var call = Ready();

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That(call.Ticket.IslemNo, Is.EqualTo(call.IslemNo));
        Assert.That(Reply(call).Value!.TCVatandasiKisiKutukleri!.KisiBilgisi!.TCKimlikNo, Is.EqualTo(Registered.Person.Value));
        Assert.That(_audit.Intents[0].Subject, Is.EqualTo(Registered.Person));
        Assert.That(_nvi.Queries, Is.EqualTo(1));
    }

    [Test]
    public void WithoutATicket_NothingLeaves()
    {
        _audit.OnOpen = new AuditUnavailableException("uydurma");
        var call = Ready();

        Assert.That(async () => await RunAsync(call), Throws.TypeOf<AuditUnavailableException>());
        Assert.That(_nvi.Queries, Is.Zero);
        Assert.That(call.TicketIfOpened, Is.Null);
        Assert.That(call.UpstreamIfAsked, Is.Null);
    }

    [Test]
    public void Forwarder_RefusesANullTicket()
    {
        Assert.That(async () => await new UpstreamForwarder(_nvi.Client).SendAsync(null!, MernisQueries.BilesikKutuk(Registered.Person), default, TimeSpan.Zero), Throws.ArgumentNullException);
        Assert.That(_nvi.Queries, Is.Zero);
    }

    [Test]
    public async Task HangingUp_DoesNotStopAQueryWhoseIntentStands()
    {
        using var caller = new CancellationTokenSource();
        _nvi.Sts = () =>
        {
            caller.Cancel();
            return CannedNvi.Soap(200, NviAnswers.Token());
        };
        _nvi.Router = () => CannedNvi.Soap(200, NviAnswers.Vatandas());
        var call = Ready();

        Assert.That(await new ForwardStage(_audit, new UpstreamForwarder(_nvi.Client)).RunAsync(call, caller.Token), Is.Null);
        Assert.That(Reply(call).Value, Is.Not.Null);
    }

    [Test]
    public async Task AskersNumber_IsTheUsersOwn()
    {
        await RunAsync(Ready());

        Assert.That(_nvi.LastQuery, Does.Contain(Registered.UserName));
    }

    [Test]
    public async Task UserNameThatIsNoNumber_IsNotToldToNvi()
    {
        await RunAsync(Ready("hastane-kullanicisi"));

        Assert.That(_nvi.LastQuery, Does.Not.Contain("hastane-kullanicisi"));
    }

    [Test]
    public async Task BusinessRefusal_IsNoFault()
    {
        _nvi.Router = () => CannedNvi.Soap(200, NviAnswers.Hata(10, "Sorgu kriteri boş geçilemez."));
        var call = Ready();

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That(Reply(call).Hata!.Kod, Is.EqualTo(10));
    }

    private static IEnumerable<TestCaseData> Troubles()
    {
        yield return Router(FaultCode.NviAddressNotRegistered, () => CannedNvi.Html(403, "<html>Forbidden</html>"));
        yield return Router(FaultCode.NviMalformed, () => CannedNvi.Soap(200, "bu xml değil"));
        yield return Router(FaultCode.NviMalformed, () => CannedNvi.Soap(200, NviAnswers.Vatandas(Registered.Foreigner)));
        yield return Router(FaultCode.NviServiceFault, () => CannedNvi.Soap(500, NviAnswers.Fault("InternalServiceFault")));
        yield return Router(FaultCode.NviTokenRefused, () => CannedNvi.Soap(500, NviAnswers.Fault("FailedAuthentication")));
        yield return Router(FaultCode.NviTooLarge, () => CannedNvi.Soap(200, new string('x', (1024 * 1024) + 1)));
        yield return Router(FaultCode.NviUnreachable, () => CannedNvi.Html(503, "<html>Service Unavailable</html>"));
        yield return Sts(FaultCode.NviStsRefused, () => CannedNvi.Soap(500, NviAnswers.Fault("FailedAuthentication")));
        yield return Sts(FaultCode.NviStsMalformed, () => CannedNvi.Soap(200, "<a/>"));
        yield return Sts(FaultCode.NviStsUnreachable, () => CannedNvi.Html(502, "<html>Bad Gateway</html>"));

        static TestCaseData Router(FaultCode code, Func<HttpResponseMessage> answer) => new TestCaseData(code, answer, false).SetArgDisplayNames(code.ToString(), "router");
        static TestCaseData Sts(FaultCode code, Func<HttpResponseMessage> answer) => new TestCaseData(code, answer, true).SetArgDisplayNames(code.ToString(), "sts");
    }

    [TestCaseSource(nameof(Troubles))]
    public async Task Trouble_HasItsOwnCode(FaultCode expected, Func<HttpResponseMessage> answer, bool isSts)
    {
        if (isSts)
        {
            _nvi.Sts = answer;
        }
        else
        {
            _nvi.Router = answer;
        }

        var call = Ready();

        Assert.That((await RunAsync(call))?.Code, Is.EqualTo(expected));
        Assert.That(call.TicketIfOpened, Is.Not.Null, "The intent stands and gets its outcome.");
        Assert.That(call.UpstreamIfAsked, Is.Not.Null);
    }

    [Test]
    public async Task LostConnection_IsUnreachable()
    {
        _nvi.Router = () => throw new HttpRequestException(HttpRequestError.ConnectionError, "uydurma");

        Assert.That((await RunAsync(Ready()))?.Code, Is.EqualTo(FaultCode.NviUnreachable));
    }

    [Test]
    public void EveryUpstreamFault_HasACode()
    {
        var codes = Enum.GetNames<FaultCode>();

        foreach (var fault in Enum.GetNames<UpstreamFault>())
        {
            Assert.That(codes, Has.Member(fault == nameof(UpstreamFault.NotOffered) ? nameof(FaultCode.OperationNotServed) : "Nvi" + fault));
        }
    }

    private static KpsCall Ready(string? userName = null) => Calls.Verified(Registered.User(userName));

    private static MernisReply<BilesikKutukBilgileri> Reply(KpsCall call) => (MernisReply<BilesikKutukBilgileri>)call.Found;

    private ValueTask<CallFault?> RunAsync(KpsCall call) =>
        new ForwardStage(_audit, new UpstreamForwarder(_nvi.Client)).RunAsync(call, CancellationToken.None);
}
