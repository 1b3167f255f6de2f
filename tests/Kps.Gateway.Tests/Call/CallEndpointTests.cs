using Kps.Audit;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Auditing;
using Kps.Gateway.Call.Listening;
using Kps.Gateway.Call.Responding;
using Kps.Gateway.Tests.Fakes;
using Kps.TestSupport;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kps.Gateway.Tests.Call;

internal sealed class CallEndpointTests
{
    private readonly ManualTimeProvider _time = new(Calls.Now);
    private FakeAuditLog _audit = null!;

    [SetUp]
    public void Create() => _audit = new FakeAuditLog();

    [TestCase(Calls.Soap12Type, "http://www.w3.org/2003/05/soap-envelope")]
    [TestCase(Calls.Soap11Type, "http://schemas.xmlsoap.org/soap/envelope/")]
    [TestCase(null, "http://schemas.xmlsoap.org/soap/envelope/")]
    public async Task WithoutANumber_ThereIsNoCall(string? contentType, string soap)
    {
        _audit.OnNumber = new AuditUnavailableException("uydurma");
        var call = Calls.Arriving([1, 2, 3], contentType);
        await Endpoint().HandleAsync(call.Http, AuditDoor.Router);

        Assert.That(call.Http.Response.StatusCode, Is.EqualTo(500));
        Assert.That(Calls.AnswerText(call), Does.Contain(">8001<").And.Contain(soap));
        Assert.That(_audit.Refusals, Is.Empty);
    }

    [Test]
    public async Task ServerLimit_LetsStageOneSayWhatIsWrong()
    {
        var limit = new Limit { MaxRequestBodySize = 30_000_000 };
        var call = Calls.Arriving();
        call.Http.Features.Set<IHttpMaxRequestBodySizeFeature>(limit);
        await Endpoint().HandleAsync(call.Http, AuditDoor.Router);

        Assert.That(limit.MaxRequestBodySize, Is.EqualTo(ListenStage.MaxTransferBytes));
        Assert.That(Calls.AnswerText(call), Does.Contain(">1005<"));
        Assert.That(_audit.Refusals.Single().Facts.ReceivedAt, Is.EqualTo(Calls.Now));
    }

    private CallEndpoint Endpoint()
    {
        var responder = new SoapResponder(Calls.Envelopes(_time));
        var pipeline = new KpsPipeline(Calls.OneWalk(new ListenStage()), new CallRecorder(_audit, _time), responder, NullLogger<KpsPipeline>.Instance);
        return new CallEndpoint(pipeline, _audit, _time, NullLogger<CallEndpoint>.Instance);
    }

    private sealed class Limit : IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => false;

        public long? MaxRequestBodySize { get; set; }
    }
}
