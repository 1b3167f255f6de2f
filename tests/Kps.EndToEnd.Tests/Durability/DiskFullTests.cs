using System.Diagnostics;
using Kps.EndToEnd.Tests.Harness;
using Kps.EndToEnd.Tests.Load;
using Kps.EndToEnd.Tests.Outage;
using Kps.TestSupport;
using Npgsql;

namespace Kps.EndToEnd.Tests.Durability;

/// <summary>The volume of the database is full: callers are told so with 8001 and nothing leaves; with room again the gateway goes on by itself.</summary>
public sealed class DiskFullTests
{
    private const int Callers = 32;
    private const int Megabytes = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Volume? _volume;

    [OneTimeSetUp]
    public async Task MountAsync() => _volume = await Volume.MountAsync(Megabytes);

    [OneTimeTearDown]
    public async Task UnmountAsync()
    {
        if (_volume is not null)
        {
            await _volume.UnmountAsync();
        }
    }

    [Test]
    public async Task VolumeFull_WithholdsAnswers_AndRoomBringsThemBack()
    {
        if (_volume is null)
        {
            Assert.Ignore("A volume of its own needs root and the right to mount.");
        }

        using var cluster = await TestCluster.StartNewAsync(_volume.Path);
        await using var house = await TestEnvironment.StartAsync(cluster);
        using var gateway = await GatewayProcess.StartAsync(house, TestCluster.FreePort(), "--Audit:AppendWait=00:00:02");
        var ledger = await Ledger.OpenAsync(house);
        await using var load = LoadGenerator.Start(house.Http, gateway.RouterUrl, Callers, LoadGenerator.MixOf(house));
        try
        {
            await load.WaitForMoreAsync(CallEnd.Answered, 100, Patience);

            // What PostgreSQL still holds in its files is used up first; from then on there is no room for any row.
            _volume.Fill();
            var since = Stopwatch.StartNew();
            for (var withheld = load.Count(CallEnd.Withheld); load.Count(CallEnd.Withheld) < withheld + (3 * Callers);)
            {
                Assert.That(since.Elapsed, Is.LessThan(Patience), "The full volume was never felt.");
                await Task.Delay(50);
                _volume.Fill();
            }
        }
        finally
        {
            _volume.Free();
        }

        // Out of room for its own log PostgreSQL ends itself; starting it is the operator's service manager's work, not the gateway's.
        for (var settling = Stopwatch.StartNew(); settling.Elapsed < TimeSpan.FromSeconds(3) && cluster.IsRunning;)
        {
            await Task.Delay(50);
        }

        TestContext.Out.WriteLine(cluster.IsRunning ? "PostgreSQL stayed up." : "PostgreSQL had ended itself.");
        if (!cluster.IsRunning)
        {
            await cluster.StartAsync();
        }

        await load.WaitForMoreAsync(CallEnd.Answered, 200, Patience);
        var records = await load.StopAsync();
        NpgsqlConnection.ClearAllPools();
        await ledger.CheckAsync(records);
        Assert.That(records.Where(record => record.End == CallEnd.NoAnswer), Is.Empty);
    }
}
