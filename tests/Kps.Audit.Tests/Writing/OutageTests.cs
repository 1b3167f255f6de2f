using System.Globalization;
using System.Diagnostics;
using Kps.TestSupport;
using Npgsql;

namespace Kps.Audit.Tests.Writing;

/// <summary>What callers see when the database goes, and that the log comes back by itself.</summary>
public sealed class OutageTests
{
    private const string WriterBackends = "FROM pg_stat_activity WHERE application_name = 'kps-audit-writer' AND datname = current_database()";

    private TestCluster _cluster = null!;
    private TestDatabase _database = null!;

    /// <summary>Without a pool: connections of before an outage would be dead.</summary>
    private string Superuser => _database.Superuser + ";Pooling=false";

    [OneTimeSetUp]
    public async Task StartCluster()
    {
        _cluster = await TestCluster.StartNewAsync();
        _database = await TestDatabase.CreateAsync(_cluster);
    }

    [OneTimeTearDown]
    public void StopCluster() => _cluster.Dispose();

    [Test]
    public async Task Backend_terminated_in_mid_flight_fails_the_batch_and_the_next_call_succeeds()
    {
        await using var host = await AuditHost.StartAsync(_database);
        await host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None);
        await using var blocker = await BlockPartitionAsync();
        var waiting = host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None).AsTask();
        await UntilAsync($"SELECT count(*) = 1 {WriterBackends} AND wait_event_type = 'Lock'");
        await TestDatabase.ExecuteAsync(Superuser, $"SELECT pg_terminate_backend(pid) {WriterBackends}");
        Assert.That(async () => await waiting, Throws.TypeOf<AuditUnavailableException>());

        await blocker.DisposeAsync();
        var ticket = await host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None);
        Assert.That(ticket.IslemNo, Is.Not.EqualTo(default(IslemNo)));
    }

    [Test]
    public async Task Rows_that_gather_during_a_commit_share_the_next_one_and_the_queue_is_bounded()
    {
        await using var host = await AuditHost.StartAsync(_database, null, null, "QueueCapacity=64", "AppendWait=00:00:10");
        await using var blocker = await BlockPartitionAsync();
        var first = host.NewCall();
        var waiting = new List<Task<AuditTicket>> { host.Log.OpenAsync(first, null, CancellationToken.None).AsTask() };
        await UntilAsync($"SELECT count(*) = 1 {WriterBackends} AND wait_event_type = 'Lock'");
        var gathered = Enumerable.Range(0, 64).Select(_ => host.NewCall()).ToList();
        waiting.AddRange(gathered.Select(call => host.Log.OpenAsync(call, null, CancellationToken.None).AsTask()));
        Assert.That(host.State.QueuedRows, Is.EqualTo(64));
        var refused = host.NewCall();
        Assert.That(async () => await host.Log.OpenAsync(refused, null, CancellationToken.None), Throws.TypeOf<AuditUnavailableException>());

        await blocker.DisposeAsync();
        await Task.WhenAll(waiting);
        var numbers = string.Join(',', gathered.Append(first).Append(refused).Select(call => call.IslemNo.Value));
        var stored = await TestDatabase.ScalarAsync<string>(
            Superuser, $"SELECT count(*) || ' rows in ' || count(DISTINCT tx) FROM audit.entry WHERE islem_no IN ({numbers})");
        Assert.That(stored, Is.EqualTo("65 rows in 2"));
    }

    [Test]
    public async Task Backend_terminated_while_idle_costs_no_call()
    {
        await using var host = await AuditHost.StartAsync(_database);
        await host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None);
        await TestDatabase.ExecuteAsync(Superuser, $"SELECT pg_terminate_backend(pid) {WriterBackends}");
        await UntilAsync($"SELECT count(*) = 0 {WriterBackends}");
        var facts = host.NewCall();
        await host.Log.OpenAsync(facts, null, CancellationToken.None);
        Assert.That(
            await TestDatabase.ScalarAsync<long>(Superuser, $"SELECT count(*) FROM audit.entry WHERE islem_no = {facts.IslemNo.Value}"),
            Is.EqualTo(1));
    }

    [Test]
    public async Task Database_that_does_not_answer_fails_the_call_in_time()
    {
        await using var host = await AuditHost.StartAsync(_database, null, null, "AppendWait=00:00:01");
        await host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None);
        await using var blocker = await BlockPartitionAsync();
        var watch = Stopwatch.StartNew();
        Assert.That(
            async () => await host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None), Throws.TypeOf<AuditUnavailableException>());
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(15)), "far below the clients' 30 s");

        await blocker.DisposeAsync();
        await UntilCallsSucceedAsync(host);
    }

    [Test]
    public async Task Server_gone_fails_calls_and_its_return_is_noticed()
    {
        await using var host = await AuditHost.StartAsync(_database, null, null, "AppendWait=00:00:01");
        var ticket = await host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None);
        await _cluster.StopAsync();
        try
        {
            Assert.That(
                async () => await host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None), Throws.TypeOf<AuditUnavailableException>());
            Assert.That(
                async () => await host.Log.CloseAsync(ticket, SampleCalls.Outcome(), null), Throws.TypeOf<AuditUnavailableException>());
            Assert.That(
                async () => await host.Log.IssueAsync(SampleCalls.TokenRequest(host.Log.NextIslemNo()), null), Throws.TypeOf<AuditUnavailableException>());
            Assert.That(host.State.IsConnected, Is.False);
        }
        finally
        {
            await _cluster.StartAsync();
        }

        await UntilCallsSucceedAsync(host);
        Assert.That(host.State.IsConnected, Is.True);
        Assert.That(
            await TestDatabase.ScalarAsync<long>(Superuser, $"SELECT count(*) FROM audit.entry WHERE islem_no = {ticket.IslemNo.Value}"),
            Is.EqualTo(1), "the intent survived the power cut");
    }

    [Test]
    public async Task Stop_while_the_server_is_gone_ends_and_fails_what_waits()
    {
        await using var host = await AuditHost.StartAsync(_database, null, null, "AppendWait=00:00:01");
        await host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None);
        await _cluster.StopAsync();
        try
        {
            var waiting = host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None).AsTask();
            await host.StopAsync();
            Assert.That(async () => await waiting, Throws.TypeOf<AuditUnavailableException>());
            Assert.That(host.State.QueuedRows, Is.Zero);
        }
        finally
        {
            await _cluster.StartAsync();
        }
    }

    [Test]
    public async Task Month_without_partition_fails_calls_and_keeps_the_log_alive()
    {
        var time = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await AuditHost.StartAsync(_database, time);
        time.Advance(TimeSpan.FromDays(62));
        await host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None);
        await _database.ExecuteAsync($"DROP TABLE audit.entry_{time.GetUtcNow().ToString("yyyy_MM", CultureInfo.InvariantCulture)}");
        for (var call = 0; call < 2; call++)
        {
            Assert.That(
                async () => await host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None),
                Throws.TypeOf<AuditUnavailableException>().With.InnerException.InstanceOf<PostgresException>());
        }

        await _database.ExecuteAsync("SELECT audit.ensure_partitions(12)");
        await host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None);
    }

    [Test]
    public async Task Node_does_not_start_in_a_month_without_partition()
    {
        var time = new ManualTimeProvider(DateTimeOffset.UnixEpoch.AddYears(80));
        Assert.That(
            () => AuditHost.StartAsync(_database, time), Throws.TypeOf<AuditUnavailableException>().With.InnerException.InstanceOf<PostgresException>());
        Assert.That(await TestDatabase.ScalarAsync<long>(Superuser, "SELECT count(*) FROM audit.vault_key WHERE period > now() + interval '5 years'"), Is.Zero);
    }

    private async Task<NpgsqlConnection> BlockPartitionAsync()
    {
        var connection = new NpgsqlConnection(Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "BEGIN; DO $$ BEGIN EXECUTE format('LOCK TABLE audit.%I IN ACCESS EXCLUSIVE MODE', to_char(now() AT TIME ZONE 'UTC', '\"entry_\"YYYY\"_\"MM')); END $$",
            connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task UntilAsync(string condition)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (await TestDatabase.ScalarAsync<bool>(Superuser, condition))
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("Never came true: " + condition);
    }

    private static async Task UntilCallsSucceedAsync(AuditHost host)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None);
                return;
            }
            catch (AuditUnavailableException) when (attempt < 100)
            {
                await Task.Delay(200);
            }
        }
    }
}
