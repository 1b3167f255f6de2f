using Kps.Audit;
using Kps.EndToEnd.Tests.Harness;
using Kps.EndToEnd.Tests.Refusals;
using Kps.Gateway.Call;
using Nvi.Simulator.Control;

namespace Kps.EndToEnd.Tests.Nvi;

/// <summary>A narrow way to NVİ: who finds it full or shut is told at once, and nothing is sent for him.</summary>
public sealed class OverloadTests
{
    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _house = await TestEnvironment.StartAsync(
        null,
        "--Mernis:MaxConcurrency=1",
        "--Mernis:QueueLimit=0",
        "--Mernis:BreakerMinimumThroughput=2",
        "--Mernis:BreakerFailureRatio=0.5",
        "--Mernis:BreakerSamplingDuration=01:00:00",
        "--Mernis:BreakerBreakDuration=00:00:03");

    [OneTimeTearDown]
    public async Task StopAsync() => await _house.DisposeAsync();

    [Test]
    [Order(1)]
    public async Task Bulkhead_WhenFull_TurnsTheNextCallAway()
    {
        _house.Nvi.Inject(new NviFault { Endpoint = NviEndpoint.Router, Kind = NviFaultKind.Hang, Times = 1 });
        var first = AskAsync();
        for (var attempt = 0; _house.Nvi.Statistics.RouterCalls == 0; attempt++)
        {
            Assert.That(attempt, Is.LessThan(600));
            await Task.Delay(50);
        }

        await CheckNothingSentAsync(await AskAsync(), FaultCode.NviBusy, "Meşgul: NVİ/MERNİS'e giden yol şu an dolu.");

        _house.Nvi.ClearFaults();
        Assert.That((await first).ResultHataKod, Is.Null, "The hanging connection is closed, the one retry is answered.");
    }

    [Test]
    [Order(2)]
    public async Task Circuit_OpensAfterFailures_AndClosesByItself()
    {
        _house.Nvi.Inject(new NviFault { Endpoint = NviEndpoint.Router, Kind = NviFaultKind.ResetBeforeAnswer });
        SoapReply reply;
        var calls = 0;
        do
        {
            Assert.That(calls++, Is.LessThan(100), "The circuit never opened.");
            reply = await AskAsync();
        }
        while (reply.ResultHataKod != (int)FaultCode.NviCircuitOpen);

        await CheckNothingSentAsync(reply, FaultCode.NviCircuitOpen, "NVİ/MERNİS az önce art arda yanıt vermedi;");
        _house.Nvi.ClearFaults();
        for (var attempt = 0; (await AskAsync()).ResultHataKod is not null; attempt++)
        {
            Assert.That(attempt, Is.LessThan(300), "The circuit never closed.");
            await Task.Delay(100);
        }
    }

    private Task<SoapReply> AskAsync() => _house.PostAsync(SoapMessage.Query(_house.Samples.Citizen.Value, _house.User));

    private async Task CheckNothingSentAsync(SoapReply reply, FaultCode cause, string text)
    {
        RefusalAssertions.CheckHata(reply, (int)cause, text);
        var closing = (await _house.AuditOfAsync(reply.IslemNo)).Closing!;
        Assert.That((closing.Outcome, closing.Cause, closing.NviSentAt), Is.EqualTo(((int?)cause, cause.ToString(), (DateTimeOffset?)null)));
        Assert.That(closing.Attempts.Any(attempt => attempt.Kind == UpstreamAttemptKind.Query), Is.False);
        Assert.That(await _house.CountRowsAsync(reply.IslemNo), Is.EqualTo(2));
    }
}
