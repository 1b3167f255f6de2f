using Kps.Audit.Reading;
using Kps.TestSupport;
using Npgsql;

namespace Kps.Audit.Tests.Writing;

public sealed class AuditLogTests
{
    private TestDatabase _database = null!;

    [OneTimeSetUp]
    public async Task CreateDatabase() => _database = await TestDatabase.CreateAsync();

    [OneTimeTearDown]
    public async Task DropDatabase() => await _database.DisposeAsync();

    [Test]
    public async Task Intent_is_durable_when_OpenAsync_returns()
    {
        await using var host = await AuditHost.StartAsync(_database);
        var ticket = await host.Log.OpenAsync(host.NewCall(), SampleCalls.Text("criteria"), CancellationToken.None);
        Assert.That(await RowsAsync(ticket.IslemNo), Is.EqualTo(new[] { 1 }));
        Assert.That(ticket.CommitTime, Is.GreaterThan(TimeSpan.Zero));
    }

    [Test]
    public async Task Outcome_is_durable_when_CloseAsync_returns()
    {
        await using var host = await AuditHost.StartAsync(_database);
        var ticket = await host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None);
        await host.Log.CloseAsync(ticket, SampleCalls.Outcome(), SampleCalls.Text("result"));
        Assert.That(await RowsAsync(ticket.IslemNo), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task Second_outcome_on_one_ticket_is_refused()
    {
        await using var host = await AuditHost.StartAsync(_database);
        var ticket = await host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None);
        await host.Log.CloseAsync(ticket, SampleCalls.Outcome(), null);
        Assert.That(async () => await host.Log.CloseAsync(ticket, SampleCalls.Outcome(), null), Throws.InvalidOperationException);
        Assert.That(await RowsAsync(ticket.IslemNo), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task Result_beyond_the_seal_limit_is_refused_and_the_ticket_stays_open()
    {
        await using var host = await AuditHost.StartAsync(_database);
        var ticket = await host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None);
        var tooLong = new SealedText(new byte[SealedText.MaxPlainBytes + 1], SealedText.Utf8);
        Assert.That(async () => await host.Log.CloseAsync(ticket, SampleCalls.Outcome(), tooLong), Throws.ArgumentException);
        await host.Log.CloseAsync(ticket, SampleCalls.Outcome() with { Code = 9001 }, new SealedText(new byte[SealedText.MaxPlainBytes], SealedText.Utf8));
        Assert.That(await RowsAsync(ticket.IslemNo), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task Refusal_is_a_row_with_its_cause()
    {
        await using var host = await AuditHost.StartAsync(_database);
        var facts = host.NewCall() with { Subject = null, UserId = null, AttemptedUserName = "nobody" };
        await host.Log.RefuseAsync(facts, new CallRefusal { Code = 3001, Cause = "user-unknown" }, null);
        Assert.That(await RowsAsync(facts.IslemNo), Is.EqualTo(new[] { 3 }));
        await using var reader = new AuditReader(_database.Panel, TimeProvider.System);
        var call = await reader.FindAsync(facts.IslemNo, unseal: false, CancellationToken.None);
        Assert.That(call!.State, Is.EqualTo(AuditCallState.Refused));
        Assert.That(call.Opening.Cause, Is.EqualTo("user-unknown"));
        Assert.That(call.Opening.AttemptedUserName, Is.Not.Null);
    }

    [Test]
    public async Task Issue_of_a_token_is_one_row_and_durable_when_IssueAsync_returns()
    {
        await using var host = await AuditHost.StartAsync(_database);
        var facts = SampleCalls.TokenRequest(host.Log.NextIslemNo());
        await host.Log.IssueAsync(facts, SampleCalls.Text("headers"));
        Assert.That(await RowsAsync(facts.IslemNo), Is.EqualTo(new[] { 7 }));
    }

    [Test]
    public async Task Issue_with_criteria_beyond_the_seal_limit_is_refused()
    {
        await using var host = await AuditHost.StartAsync(_database);
        var facts = SampleCalls.TokenRequest(host.Log.NextIslemNo());
        var tooLong = new SealedText(new byte[SealedText.MaxPlainBytes + 1], SealedText.Utf8);
        Assert.That(async () => await host.Log.IssueAsync(facts, tooLong), Throws.ArgumentException);
        Assert.That(await RowsAsync(facts.IslemNo), Is.Empty);
    }

    [Test]
    public async Task Rows_of_concurrent_calls_are_all_there()
    {
        await using var host = await AuditHost.StartAsync(_database);
        var calls = Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            var ticket = await host.Log.OpenAsync(host.NewCall(), SampleCalls.Text("criteria"), CancellationToken.None);
            await host.Log.CloseAsync(ticket, SampleCalls.Outcome(), SampleCalls.Text(new string('r', 1500)));
            return ticket.IslemNo.Value;
        })).ToList();
        var numbers = await Task.WhenAll(calls);

        Assert.That(numbers.Distinct().Count(), Is.EqualTo(200));
        var stored = await TestDatabase.ScalarAsync<long>(
            _database.Superuser, $"SELECT count(*) FROM audit.entry WHERE islem_no = ANY('{{{string.Join(',', numbers)}}}')");
        Assert.That(stored, Is.EqualTo(400));
    }

    [Test]
    public async Task A_call_whose_caller_is_gone_writes_nothing()
    {
        await using var host = await AuditHost.StartAsync(_database);
        var facts = host.NewCall();
        Assert.That(
            async () => await host.Log.OpenAsync(facts, null, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await RowsAsync(facts.IslemNo), Is.Empty);
    }

    [Test]
    public async Task A_number_of_another_process_is_refused()
    {
        await using var one = await AuditHost.StartAsync(_database);
        await using var other = await AuditHost.StartAsync(_database);
        var facts = one.NewCall();
        Assert.That(async () => await other.Log.OpenAsync(facts, null, CancellationToken.None), Throws.ArgumentException);
    }

    [Test]
    public async Task Two_processes_get_different_prefixes_and_share_keys()
    {
        await using var one = await AuditHost.StartAsync(_database);
        await using var other = await AuditHost.StartAsync(_database);
        Assert.That(one.Log.NextIslemNo().Prefix, Is.Not.EqualTo(other.Log.NextIslemNo().Prefix));
        var first = await one.Log.OpenAsync(one.NewCall(), null, CancellationToken.None);
        var second = await other.Log.OpenAsync(other.NewCall(), null, CancellationToken.None);
        var subjects = await TestDatabase.ScalarAsync<long>(
            _database.Superuser, $"SELECT count(DISTINCT subject) FROM audit.entry WHERE islem_no IN ({first.IslemNo.Value}, {second.IslemNo.Value})");
        Assert.That(subjects, Is.EqualTo(1));
    }

    [Test]
    public async Task Shutdown_commits_everything_accepted_and_takes_no_more()
    {
        await using var host = await AuditHost.StartAsync(_database);
        var calls = Enumerable.Range(0, 300).Select(_ => host.NewCall()).ToList();
        var accepted = calls.Select(call => host.Log.OpenAsync(call, null, CancellationToken.None).AsTask()).ToList();
        await host.StopAsync();
        await Task.WhenAll(accepted);
        var stored = await TestDatabase.ScalarAsync<long>(
            _database.Superuser, $"SELECT count(*) FROM audit.entry WHERE islem_no = ANY('{{{string.Join(',', calls.Select(call => call.IslemNo.Value))}}}')");
        Assert.That(stored, Is.EqualTo(300));
        Assert.That(
            async () => await host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None), Throws.TypeOf<AuditUnavailableException>());
    }

    [Test]
    public async Task Nothing_is_written_before_the_start()
    {
        await using var host = AuditHost.Build(_database.Gateway, AuditHost.NewMasterKey());
        Assert.That(() => host.Log.NextIslemNo(), Throws.TypeOf<AuditUnavailableException>());
    }

    [Test]
    public async Task A_role_that_may_rewrite_the_log_does_not_start()
    {
        await using var host = AuditHost.Build(_database.Superuser, AuditHost.NewMasterKey());
        Assert.That(host.StartAsync, Throws.InvalidOperationException.With.Message.Contains("kps_gateway"));
    }

    [Test]
    public async Task Another_master_key_does_not_start()
    {
        await using var host = await AuditHost.StartAsync(_database);
        await using var other = AuditHost.Build(_database.Gateway, AuditHost.NewMasterKey());
        Assert.That(other.StartAsync, Throws.TypeOf<AuditUnavailableException>().With.InnerException.InstanceOf<System.Security.Cryptography.CryptographicException>());
    }

    [Test]
    public async Task An_unreachable_database_stops_the_start()
    {
        var nowhere = new NpgsqlConnectionStringBuilder(_database.Gateway) { Port = TestCluster.FreePort() };
        await using var host = AuditHost.Build(nowhere.ConnectionString, AuditHost.NewMasterKey(), null, "StartWait=00:00:01");
        Assert.That(host.StartAsync, Throws.TypeOf<AuditUnavailableException>());
    }

    private async Task<int[]> RowsAsync(IslemNo islemNo)
    {
        await using var connection = new NpgsqlConnection(_database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT kind::int FROM audit.entry WHERE islem_no = {islemNo.Value} ORDER BY kind", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var kinds = new List<int>();
        while (await reader.ReadAsync())
        {
            kinds.Add(reader.GetInt32(0));
        }

        return [.. kinds];
    }
}
