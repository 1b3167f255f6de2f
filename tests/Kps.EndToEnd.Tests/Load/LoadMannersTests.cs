using Kps.EndToEnd.Tests.Durability;
using Kps.EndToEnd.Tests.Harness;
using Kps.EndToEnd.Tests.Outage;
using Kps.Gateway.Call;
using Kps.TestSupport;
using Nvi.Simulator.Control;

namespace Kps.EndToEnd.Tests.Load;

/// <summary>One institution gone wild, one night of five hundred first log-ins: the others do not pay for it.</summary>
public sealed class LoadMannersTests
{
    private const int Callers = 500;
    private const int Places = 40;
    private const string Neighbour = "127.0.0.2";

    /// <summary>Admission:MaxWait and NVİ's half second, and a slow test machine.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(2 + 0.5 + 10);

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
            $"--Mernis:MaxConcurrency={Places}");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _gateway?.Dispose();
        await _house.DisposeAsync();
    }

    [Test]
    public async Task FiveHundredCallersOfOneInstitution_DoNotDelayAnother()
    {
        Assert.That((await AskAsNeighbourAsync()).End, Is.EqualTo(CallEnd.Answered));
        var ledger = await Ledger.OpenAsync(_house);
        _house.Nvi.Inject(new NviFault { Endpoint = NviEndpoint.Router, Kind = NviFaultKind.Delay, DelayMilliseconds = 500 });
        try
        {
            var message = SoapMessage.Query(_house.Samples.Citizen.Value, _house.User);
            await using var load = LoadGenerator.Start(_house.Http, _gateway.RouterUrl, Callers, _ => message);
            await load.WaitForMoreAsync(CallEnd.Refused, Callers, TimeSpan.FromSeconds(60));
            var neighbour = new List<CallRecord>();
            for (var call = 0; call < 10; call++)
            {
                neighbour.Add(await AskAsNeighbourAsync());
            }

            var records = await load.StopAsync();
            TestContext.Out.WriteLine($"neighbour's longest {neighbour.Max(answer => answer.Elapsed).TotalSeconds:F1} s");
            Assert.That(neighbour.Where(answer => answer.End != CallEnd.Answered || answer.Elapsed > LongestAnswer), Is.Empty);
            Assert.That(records.Select(record => record.Kod).Distinct(), Is.EquivalentTo(new[] { 0, (int)FaultCode.GatewayBusy }), "Room or Meşgul, nothing else.");
            Assert.That(await ledger.CheckAsync([.. records, .. neighbour]), Is.Zero);
        }
        finally
        {
            _house.Nvi.ClearFaults();
        }
    }

    [Test]
    public async Task FiveHundredFirstLogInsAtOnce_AreVerifiedOrToldToWait_AndVerifiedCallersGoOn()
    {
        var newcomers = await AddNewcomersAsync();
        Assert.That((await AskAsNeighbourAsync()).End, Is.EqualTo(CallEnd.Answered));
        var ledger = await Ledger.OpenAsync(_house);

        var storm = Task.WhenAll(newcomers.Select(user =>
            LoadGenerator.CallAsync(_house.Http, _gateway.RouterUrl, SoapMessage.Query(_house.Samples.Citizen.Value, user))));
        var neighbour = new List<CallRecord>();
        do
        {
            neighbour.Add(await AskAsNeighbourAsync());
        }
        while (!storm.IsCompleted);

        var answers = await storm;
        TestContext.Out.WriteLine($"neighbour {neighbour.Count} calls, longest {neighbour.Max(answer => answer.Elapsed).TotalSeconds:F1} s");
        Assert.That(answers.Select(answer => answer.Kod).Distinct(), Is.SubsetOf(new[] { 0, (int)FaultCode.HashingBusy }), "Nobody is told that his password is wrong.");
        Assert.That(answers.Count(answer => answer.End == CallEnd.Answered), Is.Positive);
        Assert.That(answers.Where(answer => answer.Kod == (int)FaultCode.HashingBusy).Select(answer => answer.Text), Is.All.Contains("Meşgul"));
        Assert.That(neighbour.Where(answer => answer.End != CallEnd.Answered || answer.Elapsed > LongestAnswer), Is.Empty);
        Assert.That(await ledger.CheckAsync([.. answers, .. neighbour]), Is.Zero);

        var sentAway = answers.Index().MaxBy(answer => answer.Item.Kod).Index;
        var again = await LoadGenerator.CallAsync(_house.Http, _gateway.RouterUrl, SoapMessage.Query(_house.Samples.Citizen.Value, newcomers[sentAway]));
        Assert.That(again.End, Is.EqualTo(CallEnd.Answered), "He comes again after the storm.");
    }

    /// <summary>Five hundred users who all have the password of one: hashing as many would take the test a minute, and the lane cannot tell.</summary>
    private async Task<List<TestUser>> AddNewcomersAsync()
    {
        var model = await _house.AddUserAsync();
        var names = Enumerable.Range(0, Callers).Select(_ => TestEnvironment.NewNumber()).Distinct(StringComparer.Ordinal).ToList();
        await _house.Database.ExecuteAsync(
            $"""
             INSERT INTO registry.app_user (user_name, ad, soyad, institution_id, durum, password_hash, password_version, password_set_at, password_expires_at, created_at)
             SELECT name, ad, soyad, institution_id, durum, password_hash, password_version, password_set_at, password_expires_at, created_at
             FROM registry.app_user, unnest(ARRAY['{string.Join("','", names)}']) AS name WHERE id = {model.Id}
             """);

        // The model came before them, a probe comes after them: once the gateway knows the probe it knows them all.
        var probe = await _house.AddUserAsync();
        for (var attempt = 0; (await AskAsync(probe)).End != CallEnd.Answered; attempt++)
        {
            Assert.That(attempt, Is.LessThan(100), "The gateway did not see the newcomers.");
            await Task.Delay(100);
        }

        return [.. names.Select(name => model with { UserName = name })];
    }

    private Task<CallRecord> AskAsync(TestUser user) =>
        LoadGenerator.CallAsync(_house.Http, _gateway.RouterUrl, SoapMessage.Query(_house.Samples.Citizen.Value, user));

    private Task<CallRecord> AskAsNeighbourAsync() =>
        LoadGenerator.CallAsync(_house.HttpFrom(Neighbour), _gateway.RouterUrl, SoapMessage.Query(_house.Samples.Citizen.Value, _neighbour));
}
