using Kps.Audit;
using Kps.Gateway.Health;
using Kps.Registry.Live;
using Kps.TestSupport;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kps.Gateway.Tests.Health;

/// <summary>The heartbeat on a real database with the gateway's own role.</summary>
internal sealed class HeartbeatTests
{
    private TestDatabase _database = null!;
    private ManualTimeProvider _time = null!;
    private LogLines<Heartbeat> _log = null!;
    private FixedRegistry _registry = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _time = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        _log = new LogLines<Heartbeat>();
        _registry = new FixedRegistry { ConfirmedAt = _time.GetUtcNow() };
    }

    [TearDown]
    public async Task DropAsync() => await _database.DisposeAsync();

    [Test]
    public async Task Beat_WritesOneRowOfTheNode()
    {
        using var heartbeat = Create();
        await heartbeat.BeatAsync(CancellationToken.None);
        await heartbeat.BeatAsync(CancellationToken.None);

        Assert.That(heartbeat.IsFresh);
        Assert.That(heartbeat.PartitionMonthsAhead, Is.EqualTo(12));
        Assert.That(await TestDatabase.ScalarAsync<long>(_database.Superuser, "SELECT count(*) FROM audit.heartbeat WHERE node = 'dugum'"), Is.EqualTo(1));
    }

    [Test]
    public async Task Age_CountsFromTheLastWrite()
    {
        using var heartbeat = Create();
        Assert.That(heartbeat.IsFresh, Is.False);
        await heartbeat.BeatAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(14));
        Assert.That(heartbeat.IsFresh);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(heartbeat.IsFresh, Is.False);
    }

    [Test]
    public async Task RefusedWrite_IsSaidOnceAndOver()
    {
        using var heartbeat = Create();
        await heartbeat.BeatAsync(CancellationToken.None);
        await _database.ExecuteAsync("REVOKE INSERT ON audit.heartbeat FROM kps_gateway");
        await heartbeat.BeatAsync(CancellationToken.None);
        await heartbeat.BeatAsync(CancellationToken.None);
        Assert.That(_log.Warnings, Has.One.Contains("No write into the heartbeat table"));

        await _database.ExecuteAsync("GRANT INSERT ON audit.heartbeat TO kps_gateway");
        await heartbeat.BeatAsync(CancellationToken.None);
        Assert.That(_log.All, Has.One.Contains("takes writes again"));
    }

    [Test]
    public async Task LostConnection_IsMadeAnew()
    {
        using var heartbeat = Create();
        await heartbeat.BeatAsync(CancellationToken.None);
        await _database.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kps-heartbeat' AND datname = current_database()");
        await heartbeat.BeatAsync(CancellationToken.None);
        _time.Advance(Heartbeat.Limit);
        await heartbeat.BeatAsync(CancellationToken.None);

        Assert.That(heartbeat.IsFresh);
    }

    [Test]
    public async Task MissingMonth_IsAWarningOnceAnHour()
    {
        await _database.ExecuteAsync("""
            DO $$ BEGIN EXECUTE 'DROP TABLE audit.' || to_char(date_trunc('month', now() AT TIME ZONE 'UTC') + interval '1 month', '"entry_"YYYY"_"MM'); END $$
            """);
        using var heartbeat = Create();
        await heartbeat.BeatAsync(CancellationToken.None);
        await heartbeat.BeatAsync(CancellationToken.None);

        Assert.That(heartbeat.PartitionMonthsAhead, Is.Zero);
        Assert.That(_log.Warnings, Has.One.Contains("no partition for next month"));
        _time.Advance(TimeSpan.FromHours(1));
        await heartbeat.BeatAsync(CancellationToken.None);
        Assert.That(_log.Warnings.Count(line => line.Contains("no partition")), Is.EqualTo(2));
    }

    [Test]
    public async Task WrongClock_IsMeasuredAndSaid()
    {
        _time.Advance(TimeSpan.FromMinutes(7));
        using var heartbeat = Create();
        await heartbeat.BeatAsync(CancellationToken.None);

        Assert.That(heartbeat.ClockOffset, Is.EqualTo(TimeSpan.FromMinutes(7)).Within(TimeSpan.FromMinutes(2)));
        Assert.That(_log.Warnings, Has.One.Contains("clock differs"));
    }

    [Test]
    public async Task StaleRegistry_IsSaidOnceAndOver()
    {
        using var heartbeat = Create();
        await heartbeat.BeatAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(31));
        await heartbeat.BeatAsync(CancellationToken.None);
        await heartbeat.BeatAsync(CancellationToken.None);
        Assert.That(_log.Warnings, Has.One.Contains("registry in memory is 31 s old"));

        _registry.ConfirmedAt = _time.GetUtcNow();
        await heartbeat.BeatAsync(CancellationToken.None);
        Assert.That(_log.All, Has.One.Contains("confirmed by the database again"));
    }

    [TestCase("DELETE FROM audit.heartbeat")]
    [TestCase("TRUNCATE audit.heartbeat")]
    [TestCase("UPDATE audit.heartbeat SET node = 'baska'")]
    [TestCase("UPDATE audit.entry SET outcome = 0")]
    public void Role_MayDoNoMoreThanBeat(string sql)
    {
        var error = Assert.ThrowsAsync<PostgresException>(() => TestDatabase.ExecuteAsync(_database.Gateway, sql));
        Assert.That(error!.SqlState, Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege));
    }

    private Heartbeat Create() => new(Options.Create(new AuditOptions { ConnectionString = _database.Gateway, NodeName = "dugum" }), _registry, _time, _log);

    private sealed class FixedRegistry : IRegistry
    {
        public event Action<RegistrySnapshot>? Changed
        {
            add { }
            remove { }
        }

        public RegistrySnapshot Current => throw new InvalidOperationException();

        public bool IsLoaded => true;

        public DateTimeOffset? ConfirmedAt { get; set; }
    }
}
