using System.Net.Sockets;
using Kps.Audit;
using Kps.EndToEnd.Tests.Harness;
using Kps.EndToEnd.Tests.Load;
using Kps.EndToEnd.Tests.Outage;
using Kps.Gateway.Call;
using Kps.TestSupport;
using Nvi.Simulator.Control;

namespace Kps.EndToEnd.Tests.Durability;

/// <summary>The gateway's process ends while 32 callers are at it: by force, and as an operator ends it.</summary>
public sealed class GatewayDeathUnderLoadTests
{
    private const int Callers = 32;

    /// <summary>The shared machine of a test run may be slow; no test passes or fails by being just in time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What an operator's service manager waits before it kills.</summary>
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _house = await TestEnvironment.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _house.DisposeAsync();

    [Test]
    public async Task Killed_EveryAnswerGivenHasItsRows_AndTheSuccessorGoesOn()
    {
        var ledger = await Ledger.OpenAsync(_house);
        var port = TestCluster.FreePort();
        IReadOnlyCollection<CallRecord> records;
        int answeredByTheFirst;
        using (var first = await GatewayProcess.StartAsync(_house, port))
        {
            await using var load = LoadGenerator.Start(_house.Http, first.RouterUrl, Callers, LoadGenerator.MixOf(_house));
            await load.WaitForMoreAsync(CallEnd.Answered, 200, Patience);
            await first.KillAsync();
            await load.WaitForMoreAsync(CallEnd.NoAnswer, Callers, Patience);
            answeredByTheFirst = load.Count(CallEnd.Answered);

            using var second = await GatewayProcess.StartAsync(_house, port);
            await load.WaitForMoreAsync(CallEnd.Answered, 200, Patience);
            records = await load.StopAsync();
        }

        await ledger.CheckAsync(records);
        var prefixes = records.Where(record => record.End == CallEnd.Answered).Select(PrefixOf).ToList();
        Assert.That(prefixes.Take(answeredByTheFirst).Distinct().Single(), Is.Not.EqualTo(prefixes.Skip(answeredByTheFirst).Distinct().Single()), "A new process, new numbers.");
        Assert.That(records.Count(record => record.End == CallEnd.Withheld), Is.Zero);
        Assert.That(records.Where(record => record.Kod == (int)FaultCode.RegistryUnavailable), Is.Empty, "The doors open when it is known who may enter.");
    }

    [Test]
    public async Task Terminated_CallsOnTheirWayAreAnswered_NewOnesFindTheDoorShut_AndTheLogIsWhole()
    {
        using var gateway = await GatewayProcess.StartAsync(_house, TestCluster.FreePort());
        Assert.That((await AskAsync(gateway)).End, Is.EqualTo(CallEnd.Answered));
        var ledger = await Ledger.OpenAsync(_house);
        _house.Nvi.Inject(new NviFault { Endpoint = NviEndpoint.Router, Kind = NviFaultKind.Delay, DelayMilliseconds = 3000 });
        try
        {
            var asked = _house.Nvi.Statistics.RouterCalls;
            var underWay = Enumerable.Range(0, Callers).Select(_ => AskAsync(gateway)).ToList();
            for (var attempt = 0; _house.Nvi.Statistics.RouterCalls < asked + Callers; attempt++)
            {
                Assert.That(attempt, Is.LessThan(1200), "The queries never reached NVİ.");
                await Task.Delay(50);
            }

            await using var load = LoadGenerator.Start(_house.Http, gateway.RouterUrl, Callers, LoadGenerator.MixOf(_house));
            var exitCode = await gateway.TerminateAsync(StopLimit);

            var answers = await Task.WhenAll(underWay);
            Assert.That(answers.Select(answer => answer.End), Is.All.EqualTo(CallEnd.Answered), string.Join('\n', answers.Select(answer => answer.ToString())));
            Assert.That(exitCode, Is.Zero, string.Join('\n', gateway.Output.TakeLast(20)));
            using (var socket = new TcpClient())
            {
                Assert.CatchAsync<SocketException>(() => socket.ConnectAsync("127.0.0.1", gateway.RouterUrl.Port));
            }

            await load.WaitForMoreAsync(CallEnd.NoAnswer, Callers, Patience);
            var records = await load.StopAsync();
            Assert.That(await ledger.CheckAsync([.. answers, .. records]), Is.Zero, "Who stops in order leaves no open ends.");
            Assert.That(gateway.Output, Has.Some.Contains("Audit log stopped; everything accepted was committed"));
        }
        finally
        {
            _house.Nvi.ClearFaults();
        }
    }

    private static int PrefixOf(CallRecord record) => IslemNo.TryParse(record.IslemNo, out var number) ? number.Prefix : 0;

    private Task<CallRecord> AskAsync(GatewayProcess gateway) =>
        LoadGenerator.CallAsync(_house.Http, gateway.RouterUrl, SoapMessage.Query(_house.Samples.Citizen.Value, _house.User));
}
