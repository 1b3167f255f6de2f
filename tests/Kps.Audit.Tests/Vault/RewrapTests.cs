using System.Security.Cryptography;
using Kps.Audit.Acts;
using Kps.Audit.Reading;
using Kps.Audit.Vault;
using Kps.TestSupport;
using Npgsql;

namespace Kps.Audit.Tests.Vault;

/// <summary>A change of the master key, with the house running.</summary>
public sealed class RewrapTests
{
    private const string By = "operator@host";
    private const string Reason = "Ana anahtarın yıllık değişimi";

    private TestDatabase _database = null!;
    private string _old = null!;
    private string _new = null!;
    private VaultKeeper _vault = null!;
    private AuditTicket _ticket = null!;

    [SetUp]
    public async Task Write()
    {
        _database = await TestDatabase.CreateAsync();
        (_old, _new) = (AuditHost.NewMasterKey(), AuditHost.NewMasterKey());
        _vault = new VaultKeeper(_database.Retention, TimeProvider.System);
        await using var host = await AuditHost.StartAsync(_database, masterKeyFile: _old);
        _ticket = await host.Log.OpenAsync(host.NewCall(), SampleCalls.Text("criteria"), CancellationToken.None);
    }

    [TearDown]
    public async Task Drop()
    {
        await _vault.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task Rewrap_PutsEveryKeyUnderTheNewOne_AndIsAnAct()
    {
        var (keys, islemNo) = (await RewrapAsync())!.Value;
        Assert.That(keys, Is.EqualTo(2));
        using var master = MasterKeyFile.Open(_new);
        Assert.That((await _vault.ListAsync(CancellationToken.None)).Select(key => key.MasterKeyId), Is.EqualTo(new[] { master.Id, master.Id }));
        Assert.That(await ReadAsync(master), Is.EqualTo("criteria"));

        var act = AuditEntry.Decode(await TestDatabase.ScalarAsync<byte[]>(_database.Panel, $"SELECT entry FROM audit.act WHERE islem_no = {islemNo.Value}"));
        Assert.That((act.Act, act.ActRows, act.ActReason, act.ActDetail), Is.EqualTo((AuditAct.KeysRewrapped, 2L, Reason, $"Under master key {master.Id}")));
        Assert.That(await RewrapAsync(), Is.Null);
    }

    [Test]
    public async Task Nodes_AreCarriedOverOneByOne()
    {
        // A node of before the change, one with both keys, then the change under their feet.
        await using var before = await AuditHost.StartAsync(_database, masterKeyFile: _old);
        await using var both = await AuditHost.StartAsync(_database, null, _new, "FormerMasterKeyFiles:0=" + _old);
        await RewrapAsync();
        await before.Log.OpenAsync(before.NewCall(), SampleCalls.Text("still"), CancellationToken.None);
        await both.Log.OpenAsync(both.NewCall(), SampleCalls.Text("still"), CancellationToken.None);

        await using var after = await AuditHost.StartAsync(_database, masterKeyFile: _new);
        await after.Log.OpenAsync(after.NewCall(), SampleCalls.Text("still"), CancellationToken.None);
        Assert.That(() => AuditHost.StartAsync(_database, null, _old, "StartWait=00:00:00"), Throws.TypeOf<AuditUnavailableException>());
        Assert.That(await TestDatabase.ScalarAsync<long>(_database.Superuser, "SELECT count(DISTINCT subject) FROM audit.entry WHERE kind = 1"), Is.EqualTo(1));
    }

    [Test]
    public async Task KeyMadeMeanwhile_ByANodeWithBoth_NeedsNoSecondTime()
    {
        var time = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        await using var both = await AuditHost.StartAsync(_database, time, _new, "FormerMasterKeyFiles:0=" + _old);
        time.Advance(TimeSpan.FromDays(32));
        await both.Log.OpenAsync(both.NewCall(), SampleCalls.Text("next month"), CancellationToken.None);
        Assert.That((await RewrapAsync())!.Value.Keys, Is.EqualTo(2));
        Assert.That((await _vault.ListAsync(CancellationToken.None)).Count(key => key.IsBodyKey), Is.EqualTo(2));
    }

    [Test]
    public async Task WithoutTheOldMasterKey_NothingIsChanged()
    {
        using var stranger = MasterKeyFile.Open(AuditHost.NewMasterKey());
        using var to = MasterKeyFile.Open(_new);
        Assert.ThrowsAsync<CryptographicException>(() => _vault.RewrapAsync(stranger, to, By, Reason, CancellationToken.None));
        using var old = MasterKeyFile.Open(_old);
        Assert.That(await ReadAsync(old), Is.EqualTo("criteria"));
    }

    /// <summary>With the password of kps_retention keys can be overwritten, but what they were stays with the owner.</summary>
    [Test]
    public async Task Garbage_WrittenWithAStolenPassword_CanBeUndone()
    {
        await using var acts = new ActLog(_database.Retention, "thief", TimeProvider.System);
        var act = await acts.PrepareAsync(new ActFacts(AuditKind.Act, AuditAct.KeysRewrapped, "thief") { Reason = "Bakım çalışması", Target = "vault", Rows = 2 }, CancellationToken.None);
        await using (var connection = new NpgsqlConnection(_database.Retention))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("SELECT audit.rewrap_keys(array_agg(id), array_agg(decode(repeat('00', 40), 'hex')), 'x', $1, $2, $3) FROM audit.wrapped_key", connection);
            act.AddTo(command);
            Assert.That(await command.ExecuteScalarAsync(), Is.EqualTo(2));
        }

        using var old = MasterKeyFile.Open(_old);
        Assert.ThrowsAsync<CryptographicException>(() => ReadAsync(old));
        await _database.ExecuteAsync(
            "UPDATE audit.vault_key AS key SET wrapped = former.wrapped, master_key_id = former.master_key_id FROM audit.vault_key_former AS former WHERE former.key_id = key.id");
        Assert.That(await ReadAsync(old), Is.EqualTo("criteria"));
    }

    [TestCase("array_agg(id)", "array_agg(decode(repeat('00', 40), 'hex'))", 1, "KPS05")]
    [TestCase("array_agg(id) FILTER (WHERE purpose = 'body')", "array_agg(decode(repeat('00', 40), 'hex')) FILTER (WHERE purpose = 'body')", 1, "KPS06")]
    [TestCase("array_agg(id)", "ARRAY[NULL, NULL]::bytea[]", 2, "22023")]
    [TestCase("'{}'", "'{}'", 0, "22023")]
    public async Task Rewrap_OfOtherKeysThanAll_IsRefused(string ids, string bytes, int rows, string state)
    {
        await using var acts = new ActLog(_database.Retention, "test", TimeProvider.System);
        var act = await acts.PrepareAsync(new ActFacts(AuditKind.Act, AuditAct.KeysRewrapped, By) { Reason = Reason, Target = "vault", Rows = rows }, CancellationToken.None);
        await using var connection = new NpgsqlConnection(_database.Retention);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT audit.rewrap_keys({ids}, {bytes}, 'x', $1, $2, $3) FROM audit.wrapped_key", connection);
        act.AddTo(command);
        Assert.That((Assert.ThrowsAsync<PostgresException>(async () => await command.ExecuteScalarAsync()))!.SqlState, Is.EqualTo(state));
    }

    [Test]
    public async Task FormerKeyFiles_AreCheckedWithTheOtherSettings()
    {
        await using var host = AuditHost.Build(_database.Gateway, _old, null, "FormerMasterKeyFiles:0=/nowhere/master");
        Assert.That(() => host.Options.Value, Throws.Exception.Message.Contains("FormerMasterKeyFiles:0"));
    }

    [Test]
    public async Task GatewayRole_MakesAKeyOnlyWithItsAct()
    {
        await using var acts = new ActLog(_database.Gateway, "test", TimeProvider.System);
        var act = await acts.PrepareAsync(new ActFacts(AuditKind.Act, AuditAct.KeyMade, "test") { Target = "key:body:2031-01-01" }, CancellationToken.None);
        foreach (var (period, state) in new[] { ("2031-02-01", "KPS05"), ("2031-01-01", string.Empty) })
        {
            await using var connection = new NpgsqlConnection(_database.Gateway);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($"SELECT audit.make_key('body', '{period}', decode(repeat('00', 40), 'hex'), 'x', $1, $2, $3)", connection);
            act.AddTo(command);
            if (state.Length > 0)
            {
                Assert.That((Assert.ThrowsAsync<PostgresException>(async () => await command.ExecuteScalarAsync()))!.SqlState, Is.EqualTo(state));
            }
            else
            {
                Assert.That(await command.ExecuteScalarAsync(), Is.EqualTo(true));
                Assert.That(await TestDatabase.ScalarAsync<long>(_database.Panel, $"SELECT count(*) FROM audit.act WHERE islem_no = {act.IslemNo.Value}"), Is.EqualTo(1));
            }
        }
    }

    private async Task<(int Keys, IslemNo IslemNo)?> RewrapAsync()
    {
        using var from = MasterKeyRing.Open(_old, []);
        using var to = MasterKeyFile.Open(_new);
        return await _vault.RewrapAsync(from, to, By, Reason, CancellationToken.None);
    }

    private async Task<string> ReadAsync(IMasterKey master)
    {
        using var vault = await AuditVault.OpenAsync(_database.Panel, master, CancellationToken.None);
        await using var reader = new AuditReader(_database.Panel, TimeProvider.System, vault);
        var call = (await reader.FindAsync(_ticket.IslemNo, unseal: true, CancellationToken.None))!;
        return System.Text.Encoding.UTF8.GetString(call.Criteria!.Value.Plain.Span);
    }
}
