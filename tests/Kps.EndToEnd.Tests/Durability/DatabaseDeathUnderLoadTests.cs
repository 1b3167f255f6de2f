using System.Diagnostics;
using Kps.EndToEnd.Tests.Harness;
using Kps.EndToEnd.Tests.Load;
using Kps.EndToEnd.Tests.Outage;
using Kps.TestSupport;
using Npgsql;

namespace Kps.EndToEnd.Tests.Durability;

/// <summary>PostgreSQL goes away under 32 callers and comes back: nothing leaves unlogged meanwhile, and nobody has to touch the gateway.</summary>
public sealed class DatabaseDeathUnderLoadTests
{
    private const int Callers = 32;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private TestCluster _cluster = null!;
    private TestEnvironment _house = null!;
    private GatewayProcess _gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _cluster = await TestCluster.StartNewAsync();
        _house = await TestEnvironment.StartAsync(_cluster);
        _gateway = await GatewayProcess.StartAsync(_house, TestCluster.FreePort(), "--Audit:AppendWait=00:00:02");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _gateway?.Dispose();
        await _house.DisposeAsync();
        _cluster.Dispose();
    }

    /// <summary>A server that is back sooner than a row may wait costs nobody an answer, so only the ledger decides.</summary>
    [Test]
    public Task Postmaster_Killed() => StrikeAsync(async () =>
    {
        await _cluster.KillAsync();
        await _cluster.StartAsync();
    });

    [Test]
    public Task Backend_OfTheWriter_Killed() => StrikeAsync(async () =>
    {
        var writer = await TestDatabase.ScalarAsync<int>(
            _house.Database.Superuser,
            $"SELECT pid FROM pg_stat_activity WHERE application_name = 'kps-audit-writer' AND datname = current_database() ORDER BY backend_start DESC LIMIT 1");
        using var backend = Process.GetProcessById(writer);
        backend.Kill();
    });

    [Test]
    public async Task Server_StoppedForFiveSeconds()
    {
        var records = await StrikeAsync(async () =>
        {
            await _cluster.StopCleanlyAsync();
            await Task.Delay(TimeSpan.FromSeconds(5));
            await _cluster.StartAsync();
        });
        Assert.That(records.Count(record => record.End == CallEnd.Withheld), Is.GreaterThanOrEqualTo(Callers), "Nobody was left hanging for five seconds.");
    }

    private async Task<IReadOnlyCollection<CallRecord>> StrikeAsync(Func<Task> strike)
    {
        var ledger = await Ledger.OpenAsync(_house);
        await using var load = LoadGenerator.Start(_house.Http, _gateway.RouterUrl, Callers, LoadGenerator.MixOf(_house));
        await load.WaitForMoreAsync(CallEnd.Answered, 200, Patience);

        await strike();
        await load.WaitForMoreAsync(CallEnd.Answered, 300, Patience);
        var records = await load.StopAsync();

        NpgsqlConnection.ClearAllPools();
        await ledger.CheckAsync(records);
        Assert.That(records.Where(record => record.End == CallEnd.NoAnswer), Is.Empty, "The gateway itself was there all the time.");
        return records;
    }
}
