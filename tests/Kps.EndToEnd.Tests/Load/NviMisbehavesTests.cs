using System.Diagnostics;
using Kps.EndToEnd.Tests.Durability;
using Kps.EndToEnd.Tests.Harness;
using Kps.EndToEnd.Tests.Outage;
using Kps.Gateway.Call;
using Kps.TestSupport;
using Nvi.Simulator.Control;

namespace Kps.EndToEnd.Tests.Load;

/// <summary>
/// NVİ on a bad day with 500 callers of one institution at once: each is told what is wrong within his patience, the gateway takes no more
/// threads or connections for it, the neighbours and those who must be refused are served meanwhile, and the good day begins at once.
/// </summary>
public sealed class NviMisbehavesTests
{
    private const int Callers = 500;
    private const int Places = 100;
    private const string Neighbour = "127.0.0.2";

    /// <summary>The promise is 25 s (requirements D-28); the rest is for a slow test machine.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(30);

    /// <summary>For calls that do not wait for the flood: far from what they take, far from what the flood takes.</summary>
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(15);

    private TestEnvironment _house = null!;
    private GatewayProcess _gateway = null!;
    private TestUser _neighbour = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _house = await TestEnvironment.StartAsync();
        _neighbour = await _house.AddUserAsync(await _house.AddInstitutionAsync(Neighbour));
        _gateway = await GatewayProcess.StartAsync(
            _house,
            TestCluster.FreePort(),
            "--Logging:LogLevel:Default=Warning",
            $"--Admission:MaxConcurrency={Places}",
            $"--Mernis:MaxConcurrency={Places}",
            "--Mernis:StsHoldOff=00:00:00.2",
            "--Mernis:StsMaxHoldOff=00:00:01",
            "--Mernis:BreakerBreakDuration=00:00:01");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _gateway?.Dispose();
        await _house.DisposeAsync();
    }

    [SetUp]
    public async Task CalmAsync()
    {
        _house.Nvi.Reset();
        await HealAsync();
        Assert.That((await AskAsNeighbourAsync()).End, Is.EqualTo(CallEnd.Answered));
    }

    [TestCase(NviFaultKind.Delay, new int[0])]
    [TestCase(NviFaultKind.Hang, new[] { (int)FaultCode.NviTimeout, (int)FaultCode.NviCircuitOpen })]
    [TestCase(NviFaultKind.Forbidden, new[] { (int)FaultCode.NviAddressNotRegistered })]
    [TestCase(NviFaultKind.ServerError, new[] { (int)FaultCode.NviMalformed })]
    [TestCase(NviFaultKind.TruncatedBody, new[] { (int)FaultCode.NviUnreachable, (int)FaultCode.NviCircuitOpen })]
    [TestCase(NviFaultKind.Garbage, new[] { (int)FaultCode.NviMalformed })]
    [TestCase(NviFaultKind.HugeAnswer, new[] { (int)FaultCode.NviTooLarge, (int)FaultCode.NviTimeout, (int)FaultCode.NviCircuitOpen })]
    public async Task Router(NviFaultKind kind, int[] kods)
    {
        var delay = kind == NviFaultKind.Delay ? 2000 : 0;
        _house.Nvi.Inject(new NviFault { Endpoint = NviEndpoint.Router, Kind = kind, DelayMilliseconds = delay });

        var answers = await FloodAsync(kods.Length == 0 ? [0] : kods);

        Assert.That(answers.Select(answer => answer.Kod).Distinct().Except([0, (int)FaultCode.GatewayBusy]), Is.SubsetOf(kods));
        Assert.That(answers.Any(answer => answer.Kod == (kods.Length == 0 ? 0 : kods[0])), Is.True, "The trouble was felt.");
        _house.Nvi.ClearFaults();
        await HealAsync();
    }

    [Test]
    public async Task Sts_Down_WhileTheTokenIsValid_IsNotFelt()
    {
        _house.Nvi.Inject(new NviFault { Endpoint = NviEndpoint.Sts, Kind = NviFaultKind.Hang });

        var answers = await FloodAsync([0]);

        Assert.That(answers.Select(answer => answer.Kod).Distinct(), Is.SubsetOf(new[] { 0, (int)FaultCode.GatewayBusy }));
    }

    [Test]
    public async Task Sts_Down_AndTheTokenGone_IsSaidClearly()
    {
        _house.Nvi.Inject(new NviFault { Endpoint = NviEndpoint.Sts, Kind = NviFaultKind.Hang });
        _house.Nvi.RevokeTokens();

        var answers = await FloodAsync([(int)FaultCode.NviStsTimeout]);

        Assert.That(answers.Select(answer => answer.Kod).Distinct(), Is.SubsetOf(new[] { (int)FaultCode.NviStsTimeout, (int)FaultCode.GatewayBusy }));
        _house.Nvi.ClearFaults();
        await HealAsync();
    }

    [Test]
    public async Task TokenExpired_WithAHundredQueriesOnTheirWay_IsRenewedOnce()
    {
        _house.Nvi.Inject(new NviFault { Endpoint = NviEndpoint.Router, Kind = NviFaultKind.Delay, DelayMilliseconds = 1000 });
        var (asked, issued) = (_house.Nvi.Statistics.RouterCalls, _house.Nvi.Statistics.TokensIssued);
        var flood = FloodAsync([0]);
        for (var attempt = 0; _house.Nvi.Statistics.RouterCalls < asked + (Places / 2); attempt++)
        {
            Assert.That(attempt, Is.LessThan(600), "The queries never reached NVİ.");
            await Task.Delay(50);
        }

        _house.Nvi.RevokeTokens();
        var answers = await flood;

        Assert.That(answers.Select(answer => answer.Kod).Distinct(), Is.SubsetOf(new[] { 0, (int)FaultCode.GatewayBusy }));
        Assert.That(_house.Nvi.Statistics.TokensIssued - issued, Is.EqualTo(1));
    }

    /// <summary>500 calls at once, and beside them a neighbour and somebody without a password, one call after the other.</summary>
    /// <param name="neighbourKods">What the neighbour may be told: the trouble is everybody's, Meşgul is not.</param>
    private async Task<IReadOnlyList<CallRecord>> FloodAsync(int[] neighbourKods)
    {
        var ledger = await Ledger.OpenAsync(_house);
        await using var use = ProcessUse.Watch(_gateway.Id, _house.Nvi.RouterUrl.Port);
        var message = SoapMessage.Query(_house.Samples.Citizen.Value, _house.User);
        var flood = Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => LoadGenerator.CallAsync(_house.Http, _gateway.RouterUrl, message)));
        var (neighbour, stranger) = (new List<CallRecord>(), new List<CallRecord>());
        do
        {
            neighbour.Add(await AskAsNeighbourAsync());
            stranger.Add(await LoadGenerator.CallAsync(
                _house.HttpFrom(Neighbour), _gateway.RouterUrl, SoapMessage.Query(_house.Samples.Citizen.Value, null)));
        }
        while (!flood.IsCompleted);

        var answers = await flood;
        await use.StopAsync();
        TestContext.Out.WriteLine(
            $"longest {answers.Max(answer => answer.Elapsed).TotalSeconds:F1} s; neighbour {neighbour.Count} calls, longest {neighbour.Max(answer => answer.Elapsed).TotalSeconds:F1} s; "
            + $"stranger longest {stranger.Max(answer => answer.Elapsed).TotalSeconds:F1} s; {use.Threads} threads, {use.NviConnections} connections to NVİ");
        Assert.That(await ledger.CheckAsync([.. answers, .. neighbour, .. stranger]), Is.Zero);
        Assert.That(answers.Where(answer => answer.End == CallEnd.NoAnswer || answer.Elapsed > LongestAnswer), Is.Empty);
        Assert.That(neighbour.Where(answer => !neighbourKods.Contains(answer.Kod) || answer.Elapsed > Promptly), Is.Empty);
        Assert.That(stranger.Where(answer => answer.Kod != (int)FaultCode.CredentialsMissing || answer.Elapsed > Promptly), Is.Empty);
        Assert.That(use.Threads, Is.LessThan(Callers / 4), "Waiting takes no thread.");

        // The house's own gateway, idle, may hold one of these.
        Assert.That(use.NviConnections, Is.InRange(1, Places + 4), "Mernis:MaxConcurrency bounds them.");
        return answers;
    }

    /// <summary>Until the breaker and the hold-off have run out, a second each here.</summary>
    private async Task HealAsync()
    {
        var since = Stopwatch.StartNew();
        CallRecord record;
        while ((record = await LoadGenerator.CallAsync(
            _house.Http, _gateway.RouterUrl, SoapMessage.Query(_house.Samples.Citizen.Value, _house.User))).End != CallEnd.Answered)
        {
            Assert.That(since.Elapsed, Is.LessThan(Promptly), record.ToString());
            await Task.Delay(100);
        }
    }

    private Task<CallRecord> AskAsNeighbourAsync() =>
        LoadGenerator.CallAsync(_house.HttpFrom(Neighbour), _gateway.RouterUrl, SoapMessage.Query(_house.Samples.Citizen.Value, _neighbour));
}
