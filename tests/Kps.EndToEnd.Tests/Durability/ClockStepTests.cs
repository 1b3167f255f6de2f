using Kps.Audit.Reading;
using Kps.EndToEnd.Tests.Harness;
using Kps.EndToEnd.Tests.Load;

namespace Kps.EndToEnd.Tests.Durability;

/// <summary>
/// The clock is set an hour forth and an hour back under load. Steps back end at the true time, so that no run of the test asks for the partition
/// of a month before the log began.
/// </summary>
public sealed class ClockStepTests
{
    private const int Callers = 16;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Shorter than the step, so that the step ends every token NVİ has given out.</summary>
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(30);

    private readonly SteppingClock _gatewayClock = new();
    private readonly SteppingClock _nviClock = new();
    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _house = await TestEnvironment.StartAsync(
        _gatewayClock,
        _nviClock,
        TokenLifetime,
        "--Mernis:StsHoldOff=00:00:00.2",
        "--Mernis:StsMaxHoldOff=00:00:01");

    [OneTimeTearDown]
    public async Task StopAsync() => await _house.DisposeAsync();

    [Test]
    [Order(1)]
    public async Task Everybodys_RowsAreWrittenAtTheNewTime_AndTokensAreRenewed()
    {
        var ledger = await Ledger.OpenAsync(_house);
        await using var load = LoadGenerator.Start(_house.Http, _house.RouterUrl, Callers, LoadGenerator.MixOf(_house));
        await load.WaitForMoreAsync(CallEnd.Answered, 50, Patience);
        var issued = _house.Nvi.Statistics.TokensIssued;
        foreach (var step in new[] { Hour, -Hour })
        {
            _nviClock.Step(step);
            _gatewayClock.Step(step);
            await load.WaitForMoreAsync(CallEnd.Answered, 100, Patience);
            await CheckTimesAsync((await AskAsync()).IslemNo!);
        }

        var records = await load.StopAsync();
        Assert.That(await ledger.CheckAsync(records), Is.Zero);
        Assert.That(_house.Nvi.Statistics.TokensIssued, Is.GreaterThan(issued), "The step ended the token.");
        Assert.That(records.Count(record => record.End is CallEnd.NoAnswer or CallEnd.Withheld), Is.Zero);
    }

    [Test]
    [Order(2)]
    public async Task OursAlone_NviRefusesWithAClearAnswer_AndTheRightTimeHealsIt()
    {
        Assert.That((await AskAsync()).End, Is.EqualTo(CallEnd.Answered));
        var ledger = await Ledger.OpenAsync(_house);
        await using var load = LoadGenerator.Start(_house.Http, _house.RouterUrl, Callers, LoadGenerator.MixOf(_house));
        _gatewayClock.Step(Hour);
        try
        {
            await load.WaitForMoreAsync(CallEnd.Failed, 50, Patience);
        }
        finally
        {
            _gatewayClock.Step(-Hour);
        }

        await load.WaitForMoreAsync(CallEnd.Answered, 50, Patience);
        Assert.That(await ledger.CheckAsync(await load.StopAsync()), Is.Zero);
    }

    private async Task CheckTimesAsync(string islemNo)
    {
        var call = await _house.AuditOfAsync(islemNo);
        Assert.That(call.State, Is.EqualTo(AuditCallState.Answered));
        var (intent, outcome) = (call.Opening, call.Closing!);
        Assert.That(intent.RecordedAt, Is.EqualTo(_gatewayClock.GetUtcNow()).Within(TimeSpan.FromMinutes(2)));
        Assert.That(
            new[] { intent.ReceivedAt!.Value, intent.RecordedAt, outcome.NviSentAt!.Value, outcome.NviAnsweredAt!.Value, outcome.RecordedAt },
            Is.Ordered);
        Assert.That(outcome.GatewayTime, Is.InRange(TimeSpan.Zero, TimeSpan.FromMinutes(1)));
    }

    private Task<CallRecord> AskAsync() =>
        LoadGenerator.CallAsync(_house.Http, _house.RouterUrl, SoapMessage.Query(_house.Samples.Citizen.Value, _house.User));
}
