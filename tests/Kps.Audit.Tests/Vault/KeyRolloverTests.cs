using Kps.Audit.Reading;
using Kps.TestSupport;

namespace Kps.Audit.Tests.Vault;

public sealed class KeyRolloverTests
{
    [Test]
    public async Task New_month_takes_a_new_body_key_and_both_months_open()
    {
        await using var database = await TestDatabase.CreateAsync();
        var time = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await AuditHost.StartAsync(database, time);
        var ticket = await host.Log.OpenAsync(host.NewCall(), SampleCalls.Text("criteria"), CancellationToken.None);
        time.Advance(TimeSpan.FromDays(32));
        await host.Log.CloseAsync(ticket, SampleCalls.Outcome(), SampleCalls.Text("result"));

        using var master = MasterKeyFile.Open(host.MasterKeyFile);
        using var vault = await AuditVault.OpenAsync(database.Panel, master, CancellationToken.None);
        await using var reader = new AuditReader(database.Panel, time, vault);
        var opened = (await reader.FindAsync(ticket.IslemNo, unseal: true, CancellationToken.None))!;
        var keys = await TestDatabase.ScalarAsync<long>(database.Superuser, "SELECT count(*) FROM audit.vault_key WHERE purpose = 'body'");
        Assert.That(keys, Is.EqualTo(2));
        Assert.That(opened.Criteria!.Value.Plain.ToArray(), Is.EqualTo("criteria"u8.ToArray()));

        var next = await host.Log.OpenAsync(host.NewCall(), SampleCalls.Text("next month"), CancellationToken.None);
        var later = (await reader.FindAsync(next.IslemNo, unseal: true, CancellationToken.None))!;
        Assert.That(later.Criteria!.Value.Plain.ToArray(), Is.EqualTo("next month"u8.ToArray()));
        Assert.That(later.Opening.BodyKeyId, Is.Not.EqualTo(opened.Opening.BodyKeyId));
    }

    [Test]
    public async Task New_year_takes_a_new_subject_key_and_a_search_finds_the_person_in_both()
    {
        await using var database = await TestDatabase.CreateAsync();
        var now = TimeProvider.System.GetUtcNow();
        var time = new ManualTimeProvider(now);
        await using var host = await AuditHost.StartAsync(database, time);
        var first = await host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None);
        time.Advance(new DateTimeOffset(now.Year + 1, 1, 1, 0, 0, 1, TimeSpan.Zero) - now);
        var second = await host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None);

        using var master = MasterKeyFile.Open(host.MasterKeyFile);
        using var vault = await AuditVault.OpenAsync(database.Panel, master, CancellationToken.None);
        await using var reader = new AuditReader(database.Panel, time, vault);
        var page = await reader.SearchAsync(new AuditSearch { Subject = SampleCalls.Person }, CancellationToken.None);
        Assert.That(page.Calls.Select(call => call.IslemNo), Is.EqualTo(new[] { second.IslemNo, first.IslemNo }));
        Assert.That(page.Calls[0].Opening.Subject, Is.Not.EqualTo(page.Calls[1].Opening.Subject));
    }

    [Test]
    public async Task Processes_that_need_the_first_key_at_once_agree_on_one()
    {
        await using var database = await TestDatabase.CreateAsync();
        var hosts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => AuditHost.StartAsync(database)));
        Assert.That(await TestDatabase.ScalarAsync<long>(database.Superuser, "SELECT count(*) FROM audit.vault_key"), Is.EqualTo(2));
        foreach (var host in hosts)
        {
            await host.Log.OpenAsync(host.NewCall(), null, CancellationToken.None);
            await host.DisposeAsync();
        }

        Assert.That(await TestDatabase.ScalarAsync<long>(database.Superuser, "SELECT count(DISTINCT subject) FROM audit.entry WHERE kind = 1"), Is.EqualTo(1));
    }

    [Test]
    public async Task Calls_that_need_the_new_month_at_once_all_succeed()
    {
        await using var database = await TestDatabase.CreateAsync();
        var time = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await AuditHost.StartAsync(database, time);
        time.Advance(TimeSpan.FromDays(32));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () =>
            await host.Log.OpenAsync(host.NewCall(), SampleCalls.Text("criteria"), CancellationToken.None))));
        Assert.That(await TestDatabase.ScalarAsync<long>(database.Superuser, "SELECT count(*) FROM audit.vault_key WHERE purpose = 'body'"), Is.EqualTo(2));
        Assert.That(await TestDatabase.ScalarAsync<long>(database.Superuser, "SELECT count(*) FROM audit.entry WHERE kind = 1"), Is.EqualTo(50));
    }
}
