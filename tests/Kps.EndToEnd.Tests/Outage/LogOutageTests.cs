using System.Diagnostics;
using Kps.Audit.Reading;
using Kps.EndToEnd.Tests.Harness;
using Kps.Gateway.Call;
using Kps.TestSupport;
using Npgsql;
using Nvi.Simulator.Control;

namespace Kps.EndToEnd.Tests.Outage;

/// <summary>Design §4.1: when the log cannot be written there is no answer, and when it can be again the service is back by itself.</summary>
public sealed class LogOutageTests
{
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(60);

    private TestCluster _cluster = null!;
    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _cluster = await TestCluster.StartNewAsync();
        _house = await TestEnvironment.StartAsync(_cluster, "--Audit:AppendWait=00:00:03");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _house.DisposeAsync();
        _cluster.Dispose();
    }

    [Test]
    public async Task DatabaseStopped_WithholdsAnswers_AndItsReturnBringsThemBackUnattended()
    {
        Assert.That((await AskAsync()).Status, Is.EqualTo(200));

        // The query of this call is with NVİ when the power goes: its intent stands, its answer must not leave.
        _house.Nvi.Inject(new NviFault { Endpoint = NviEndpoint.Router, Kind = NviFaultKind.Delay, DelayMilliseconds = 3000, Times = 1 });
        var asked = _house.Nvi.Statistics.RouterCalls;
        var underWay = AskAsync();
        for (var attempt = 0; _house.Nvi.Statistics.RouterCalls == asked; attempt++)
        {
            Assert.That(attempt, Is.LessThan(600), "The query never reached NVİ.");
            await Task.Delay(20);
        }

        await _cluster.StopAsync();

        var withheld = await underWay;
        CheckWithheld(withheld);
        var refused = await Task.WhenAll(AskAsync(), AskAsync(), AskAsync());
        Array.ForEach(refused, CheckWithheld);
        Assert.That(_house.Nvi.Statistics.RouterCalls, Is.EqualTo(asked + 1), "Without an intent nothing is forwarded.");
        using (var ready = await _house.Http.GetAsync(new Uri(_house.RouterUrl, "/health/ready")))
        {
            Assert.That((int)ready.StatusCode, Is.EqualTo(503));
        }

        NpgsqlConnection.ClearAllPools();
        await _cluster.StartAsync();
        var since = Stopwatch.StartNew();
        SoapReply reply;
        while ((reply = await AskAsync()).Status != 200)
        {
            CheckWithheld(reply);
            Assert.That(since.Elapsed, Is.LessThan(Recovery), "The service did not come back.");
            await Task.Delay(200);
        }

        Assert.That(await _house.CountRowsAsync(reply.IslemNo), Is.EqualTo(2));
        Assert.That((await _house.AuditOfAsync(withheld.IslemNo)).State, Is.EqualTo(AuditCallState.Unknown), "The intent stands alone.");
        foreach (var refusal in refused)
        {
            Assert.That(await _house.CountRowsAsync(refusal.IslemNo), Is.Zero);
        }

        TestEnvironment.Require(await _house.Admin.DisableUserAsync((await _house.AddUserAsync()).UserName));
    }

    private static void CheckWithheld(SoapReply reply)
    {
        Assert.That((reply.Status, reply.IsFault), Is.EqualTo((500, true)), reply.Text);
        Assert.That((reply.FaultKod, reply.Code), Is.EqualTo(((int)FaultCode.AuditUnavailable, "s:Receiver")));
        Assert.That(reply.Reason, Does.StartWith("Sorgu kaydı yazılamadığı için yanıt verilmiyor;").And.EndsWith($"İşlem No: {reply.IslemNo}"));
        Assert.That(reply.Text, Does.Not.Contain("KisiBilgisi"));
    }

    private Task<SoapReply> AskAsync() => _house.PostAsync(SoapMessage.Query(_house.Samples.Citizen.Value, _house.User));
}
