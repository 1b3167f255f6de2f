using System.Security.Cryptography;
using Kps.Audit.Sequencing;
using Kps.Evidence.Notes;
using Kps.TestSupport;
using Npgsql;

namespace Kps.Audit.Tests.Sequencing;

/// <summary>Another key may sign once its succession stands in the log, and not before.</summary>
public sealed class SealingKeyTests
{
    private const string By = "operator@host";
    private const string Reason = "Anahtarın beş yıllık değişimi";

    private TestDatabase _database = null!;
    private string _published = null!;
    private string _newKey = null!;

    [SetUp]
    public async Task Seal()
    {
        _database = await TestDatabase.CreateAsync();
        _published = SequencerHost.NewFile("published");
        _newKey = NewKey();
        await LogRows.AddAsync(_database, 10);
        await using var sequencer = await SequencerHost.StartAsync(_database, _published);
        await sequencer.SealedAsync(10);
    }

    [TearDown]
    public async Task Drop() => await _database.DisposeAsync();

    [Test]
    public void AnotherKey_WithoutARecord_IsRefusedAtStart()
    {
        var error = Assert.ThrowsAsync<TreeRefusedException>(async () => await StartAsync(_newKey));
        Assert.That(error!.Message, Does.Contain("seal-key change"));
    }

    [Test]
    public async Task Successor_SealsOn_AndTheFormerKeyNoMore()
    {
        var change = await ChangeAsync(SequencerHost.KeyFile, _newKey);
        Assert.That(change.Size, Is.EqualTo(10));

        // The former key may still seal, and so vouches for the act that names its successor.
        await using (var former = await SequencerHost.StartAsync(_database, _published))
        {
            await former.SealedAsync(11);
        }

        await LogRows.AddAsync(_database, 5, 100);
        await using (var successor = await StartAsync(_newKey))
        {
            await successor.SealedAsync(16);
            Assert.That(successor.State.VerifierKey, Is.EqualTo(change.VerifierKey));
        }

        var notes = await NotesAsync();
        using var before = NoteVerifier.Parse(change.FormerVerifierKey);
        using var after = NoteVerifier.Parse(change.VerifierKey);
        Assert.That(notes.Where(note => Checkpoint.Of(note).Size <= 11).Select(before.Verifies), Has.All.True);
        Assert.That(notes.Where(note => Checkpoint.Of(note).Size > 11).Select(after.Verifies), Is.Not.Empty.And.All.True);

        Assert.ThrowsAsync<TreeRefusedException>(async () => await StartAsync(SequencerHost.KeyFile));
        Assert.ThrowsAsync<TreeRefusedException>(async () => await StartAsync(NewKey()));
        await using (var again = await StartAsync(_newKey))
        {
            await again.SealedAsync(16);
        }

        // And on to a third.
        var third = NewKey();
        await ChangeAsync(_newKey, third);
        await using var last = await StartAsync(third);
        await last.SealedAsync(17);
        Assert.That(await Book().ListAsync(CancellationToken.None), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Change_IsAnActThatNamesBothKeys()
    {
        var change = await ChangeAsync(SequencerHost.KeyFile, _newKey);
        var act = AuditEntry.Decode(await TestDatabase.ScalarAsync<byte[]>(_database.Panel, $"SELECT entry FROM audit.act WHERE islem_no = {change.IslemNo.Value}"));
        using var key = EcdsaNoteKey.FromPem(await File.ReadAllTextAsync(_newKey));
        Assert.Multiple(() =>
        {
            Assert.That((act.Act, act.ActReason, act.ActBy, act.TreeSize), Is.EqualTo((AuditAct.SealingKeyChanged, Reason, By, 10L)));
            Assert.That(act.ActDetail, Is.EqualTo($"{change.FormerVerifierKey} -> {change.VerifierKey}"));
            Assert.That(act.ActSha256.ToArray(), Is.EqualTo(SHA256.HashData(key.PublicKey.Span)));
        });
    }

    [Test]
    public async Task KeyThatDidNotSign_CannotNameASuccessor()
    {
        Assert.ThrowsAsync<InvalidOperationException>(() => ChangeAsync(NewKey(), _newKey));
        Assert.ThrowsAsync<InvalidOperationException>(() => ChangeAsync(SequencerHost.KeyFile, SequencerHost.KeyFile));

        // Written past the command: the node looks at the signature itself.
        await TestDatabase.ExecuteAsync(_database.Superuser, $"""
            INSERT INTO audit.sealing_key (public_key, former_public_key, size, islem_no) VALUES (decode('{Hex(_newKey)}', 'hex'), decode('{Hex(NewKey())}', 'hex'), 10, 1)
            """);
        Assert.ThrowsAsync<TreeRefusedException>(async () => await StartAsync(_newKey));
    }

    [TestCase("INSERT INTO audit.sealing_key (public_key, former_public_key, size, islem_no) VALUES ('', '', 0, 1)")]
    [TestCase("SELECT audit.change_sealing_key('', '', now(), 1, '')")]
    public void Sequencer_DoesNotNameItsOwnSuccessor(string sql)
    {
        var error = Assert.ThrowsAsync<PostgresException>(() => TestDatabase.ExecuteAsync(_database.Sequencer, sql));
        Assert.That(error!.SqlState, Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege));
    }

    private static string NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var path = SequencerHost.NewFile("seal.pem");
        File.WriteAllText(path, key.ExportPkcs8PrivateKeyPem());
        return path;
    }

    private static string Hex(string keyFile)
    {
        using var key = EcdsaNoteKey.FromPem(File.ReadAllText(keyFile));
        return Convert.ToHexString(key.PublicKey.Span);
    }

    private SealingKeyBook Book() => new(_database.Retention, TimeProvider.System);

    private async Task<SealingKeyChange> ChangeAsync(string former, string successor)
    {
        using var old = EcdsaNoteKey.FromPem(await File.ReadAllTextAsync(former));
        using var next = EcdsaNoteKey.FromPem(await File.ReadAllTextAsync(successor));
        await using var book = Book();
        return await book.ChangeAsync(old.PublicKey, next.PublicKey, By, Reason, CancellationToken.None);
    }

    private async Task<SequencerHost> StartAsync(string keyFile)
    {
        var host = SequencerHost.Build(_database.Sequencer, keyFile, _published);
        await host.StartAsync();
        return host;
    }

    private async Task<List<SignedNote>> NotesAsync()
    {
        await using var connection = new NpgsqlConnection(_database.Panel);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT note FROM audit.tree_checkpoint", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var notes = new List<SignedNote>();
        while (await reader.ReadAsync())
        {
            notes.Add(SignedNote.Parse(reader.GetString(0)));
        }

        return notes;
    }
}
