using Kps.Audit.Acts;
using Kps.Audit.Reading;
using Kps.TestSupport;
using Npgsql;

namespace Kps.Audit.Tests.Reading;

/// <summary>Nothing is handed over before it is written that it was read.</summary>
public sealed class AuditDeskTests
{
    private TestDatabase _database = null!;
    private AuditHost _host = null!;
    private MasterKeyFile _master = null!;
    private AuditVault _vault = null!;
    private AuditReader _reader = null!;
    private ActLog _acts = null!;
    private AuditDesk _desk = null!;

    [SetUp]
    public async Task OpenDesk()
    {
        _database = await TestDatabase.CreateAsync();
        _host = await AuditHost.StartAsync(_database);
        _master = MasterKeyFile.Open(_host.MasterKeyFile);
        _vault = await AuditVault.OpenAsync(_database.Panel, _master, CancellationToken.None);
        _reader = new AuditReader(_database.Panel, TimeProvider.System, _vault);
        _acts = new ActLog(_database.Panel, "test", TimeProvider.System);
        _desk = new AuditDesk(_reader, _acts, "denetçi@makine");
    }

    [TearDown]
    public async Task CloseDesk()
    {
        await _acts.DisposeAsync();
        await _reader.DisposeAsync();
        _vault.Dispose();
        _master.Dispose();
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task Search_says_who_looked_for_what_and_how_much_came()
    {
        await _host.Log.OpenAsync(_host.NewCall(), null, CancellationToken.None);
        var page = await _desk.SearchAsync(
            new AuditSearch { UserId = 41, InstitutionId = 42, Subject = SampleCalls.Person, Network = System.Net.IPNetwork.Parse("192.0.2.0/24") }, CancellationToken.None);
        var act = await OnlyActAsync();

        Assert.That(page.Calls, Has.Count.EqualTo(1));
        Assert.Multiple(() =>
        {
            Assert.That((act.Kind, act.Act, act.ActBy), Is.EqualTo((AuditKind.Act, AuditAct.LogSearched, "denetçi@makine")));
            Assert.That((act.UserId, act.InstitutionId, act.ActRows), Is.EqualTo((41, 42, 1L)));
            Assert.That(act.Subject, Is.EqualTo(page.Calls[0].Opening.Subject), "The same hash as on the rows, under the same key.");
            Assert.That(act.SubjectKeyId, Is.EqualTo(page.Calls[0].Opening.SubjectKeyId));
            Assert.That(act.ActDetail, Is.EqualTo("of=calls network=192.0.2.0/24 count=50 person=given"));
        });
    }

    [Test]
    public async Task Result_is_opened_with_a_reason_that_stands_in_the_log()
    {
        var ticket = await _host.Log.OpenAsync(_host.NewCall(), SampleCalls.Text("criteria"), CancellationToken.None);
        var call = await _desk.ViewResultAsync(ticket.IslemNo, "Savcılık yazısı 2026/15", CancellationToken.None);
        var act = await OnlyActAsync();

        Assert.That(call!.Criteria!.Value.Plain.ToArray(), Is.EqualTo("criteria"u8.ToArray()));
        Assert.That((act.Act, act.ActAbout, act.ActReason), Is.EqualTo((AuditAct.ResultViewed, ticket.IslemNo, "Savcılık yazısı 2026/15")));
        Assert.That((act.UserId, act.InstitutionId), Is.EqualTo((41, 42)));
    }

    [Test]
    public async Task Attempt_that_fails_stands_in_the_log_too()
    {
        var ticket = await _host.Log.OpenAsync(_host.NewCall(), SampleCalls.Text("criteria"), CancellationToken.None);
        using var master = MasterKeyFile.Open(AuditHost.NewMasterKey());
        using var vault = await AuditVault.OpenAsync(_database.Panel, master, CancellationToken.None);
        await using var reader = new AuditReader(_database.Panel, TimeProvider.System, vault);

        Assert.That(
            async () => await new AuditDesk(reader, _acts, "denetçi").ViewResultAsync(ticket.IslemNo, "Savcılık yazısı", CancellationToken.None),
            Throws.InstanceOf<System.Security.Cryptography.CryptographicException>());
        Assert.That((await OnlyActAsync()).Act, Is.EqualTo(AuditAct.ResultViewed));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("gerekli")]
    [TestCase("- - - - - - - - - -")]
    public async Task Without_a_reason_nothing_is_opened_or_written(string? reason)
    {
        var ticket = await _host.Log.OpenAsync(_host.NewCall(), SampleCalls.Text("criteria"), CancellationToken.None);
        Assert.That(async () => await _desk.ViewResultAsync(ticket.IslemNo, reason!, CancellationToken.None), Throws.ArgumentException);
        Assert.That(await ActsAsync(), Is.Empty);
    }

    [Test]
    public async Task What_cannot_be_written_is_not_read()
    {
        var ticket = await _host.Log.OpenAsync(_host.NewCall(), SampleCalls.Text("criteria"), CancellationToken.None);
        await _database.ExecuteAsync("REVOKE EXECUTE ON FUNCTION audit.append_act(timestamptz, bigint, smallint, integer, integer, bytea) FROM kps_panel");
        Assert.CatchAsync<PostgresException>(() => _desk.SearchAsync(new AuditSearch(), CancellationToken.None));
        Assert.CatchAsync<PostgresException>(() => _desk.SearchActsAsync(new ActSearch(), CancellationToken.None));
        Assert.CatchAsync<PostgresException>(() => _desk.FindAsync(ticket.IslemNo, CancellationToken.None));
        Assert.CatchAsync<PostgresException>(() => _desk.ViewResultAsync(ticket.IslemNo, "Savcılık yazısı", CancellationToken.None));
    }

    [Test]
    public async Task In_the_panel_it_is_an_event_of_a_user()
    {
        await new AuditDesk(_reader, _acts, "panel", actorUserId: 9).FindAsync(_host.Log.NextIslemNo(), CancellationToken.None);
        var act = await OnlyActAsync();
        Assert.That((act.Kind, act.ActorUserId, act.ActRows), Is.EqualTo((AuditKind.PortalEvent, 9, 0L)));
    }

    [Test]
    public async Task Acts_are_paged_and_found_by_whom_they_were_done_to()
    {
        for (var user = 1; user <= 7; user++)
        {
            await _acts.WriteAsync(new ActFacts(AuditKind.RegistryEvent, AuditAct.UserSwitched, "test") { UserId = user, InstitutionId = user % 2 }, CancellationToken.None);
        }

        var first = await _reader.SearchActsAsync(new ActSearch { Count = 4 }, CancellationToken.None);
        var second = await _reader.SearchActsAsync(new ActSearch { Count = 3, After = first.Next }, CancellationToken.None);
        var odd = await _reader.SearchActsAsync(new ActSearch { InstitutionId = 1 }, CancellationToken.None);
        Assert.That(first.Acts.Concat(second.Acts).Select(act => act.UserId), Is.EqualTo(new[] { 7, 6, 5, 4, 3, 2, 1 }));
        Assert.That((await _reader.SearchActsAsync(new ActSearch { After = second.Next }, CancellationToken.None)).Acts.Select(act => act.Act), Has.All.EqualTo(AuditAct.KeyMade));
        Assert.That(odd.Acts.Select(act => act.UserId), Is.EqualTo(new[] { 7, 5, 3, 1 }));
        Assert.That((await _reader.SearchActsAsync(new ActSearch { UserId = 3 }, CancellationToken.None)).Acts, Has.Count.EqualTo(1));
        Assert.That((await _reader.FindActAsync(odd.Acts[0].IslemNo, CancellationToken.None))!.UserId, Is.EqualTo(7));
    }

    private async Task<AuditEntry> OnlyActAsync() => (await ActsAsync()).Single();

    /// <summary>All acts but those of the keys, which a writing log begins with.</summary>
    private async Task<IReadOnlyList<AuditEntry>> ActsAsync() =>
        [.. (await _reader.SearchActsAsync(new ActSearch(), CancellationToken.None)).Acts.Where(act => act.Act != AuditAct.KeyMade)];
}
