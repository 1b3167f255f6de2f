using System.Globalization;
using Kps.Evidence.Notes;
using Kps.TestSupport;
using Npgsql;

namespace Kps.AuditVerify.Tests.Exports;

/// <summary>Attacks on the database by somebody who owns it, each found in an export made afterwards, with its place.</summary>
public sealed class TamperTests
{
    private SealedLog _log = null!;

    [SetUp]
    public async Task SetUp() => _log = await SealedLog.WithCallsAsync();

    [TearDown]
    public async Task TearDown() => await _log.DisposeAsync();

    [Test]
    public async Task Untouched_IsGood()
    {
        var verdict = await _log.VerifyAsync("--published", _log.Published);

        verdict.IsGood();
        Assert.That(verdict.Out, Does.Match(@"leaves       0 to 6\d\d, 6\d\d entries with bodies"));
        Assert.That(verdict.Out, Does.Match(@"published    \d+ published checkpoints"));
    }

    [TestCase(0)]
    [TestCase(255)]
    [TestCase(300)]
    [TestCase(619)]
    public async Task ChangedField_IsNamed(long leaf)
    {
        var (where, islemNo) = await _log.RowAsync(leaf);
        await _log.TamperAsync($"UPDATE audit.entry SET entry = set_byte(entry, length(entry) - 1, get_byte(entry, length(entry) - 1) # 1) WHERE {where}");

        (await _log.VerifyAsync()).IsBadFirst("leaf-changed", $@"leaf {leaf} \(işlem {islemNo}, .*not the one that was sealed");
    }

    [Test]
    public async Task SwappedRows_AreNamed()
    {
        var (one, two) = ((await _log.RowAsync(40)).Where, (await _log.RowAsync(41)).Where);
        await _log.TamperAsync($"""
            CREATE TEMP TABLE swap AS SELECT (SELECT entry FROM audit.entry WHERE {one}) AS a, (SELECT entry FROM audit.entry WHERE {two}) AS b;
            UPDATE audit.entry SET entry = (SELECT b FROM swap) WHERE {one};
            UPDATE audit.entry SET entry = (SELECT a FROM swap) WHERE {two};
            """);

        (await _log.VerifyAsync()).IsBadFirst("leaf-moved", "leaf 40 .*was sealed as leaf 41");
    }

    [TestCase(7)]
    [TestCase(619)]
    public async Task DeletedRow_IsNamed(long leaf)
    {
        await _log.TamperAsync($"DELETE FROM audit.entry WHERE {(await _log.RowAsync(leaf)).Where}");

        (await _log.VerifyAsync()).IsBadFirst("leaf-missing", $"leaf {leaf} is missing");
    }

    [Test]
    public async Task InsertedRow_IsNamed()
    {
        var (where, _) = await _log.RowAsync(30);
        await _log.TamperAsync($"INSERT INTO audit.entry (recorded_at, islem_no, tx, kind, entry) SELECT recorded_at, islem_no, tx, kind, entry || '\\xff000101' FROM audit.entry WHERE {where}");

        (await _log.VerifyAsync()).IsBadFirst("surplus", "a row that was never sealed");
    }

    [Test]
    public async Task ExchangedRow_IsNamed()
    {
        var (gone, _) = await _log.RowAsync(31);
        var (copied, _) = await _log.RowAsync(30);
        await _log.TamperAsync($"""
            INSERT INTO audit.entry (recorded_at, islem_no, tx, kind, entry) SELECT recorded_at, islem_no, tx, kind, entry || '\xff000101' FROM audit.entry WHERE {copied};
            DELETE FROM audit.entry WHERE {gone};
            """);

        (await _log.VerifyAsync()).IsBad("leaf-changed", "not the one that was sealed");
    }

    [Test]
    public async Task TruncatedTail_ShowsBesideWhatWasPublished()
    {
        await TruncateAsync();

        (await _log.VerifyAsync()).IsGood();
        (await _log.VerifyAsync("--published", _log.Published)).IsBad("published", @"over 6\d\d leaves .* are gone");
    }

    [Test]
    public async Task ReplayedDatabase_ShowsBesideWhatWasPublished()
    {
        // Only the old state of the database is there afterwards, and nothing in it is wrong.
        var database = new NpgsqlConnectionStringBuilder(_log.Database.Superuser).Database;
        await _log.StopAsync();
        NpgsqlConnection.ClearAllPools();
        await TestDatabase.ExecuteAsync(_log.Database.Cluster.SuperuserConnectionString, $"CREATE DATABASE {database}_old TEMPLATE {database}");
        await _log.SealRowAsync();
        var old = new NpgsqlConnectionStringBuilder(_log.Database.Panel) { Database = database + "_old" }.ConnectionString;
        try
        {
            var export = await SealedLog.ExportAsync(old, null, null);
            Verdict.Of("export", export, "--key", _log.Key).IsGood();
            Verdict.Of("export", export, "--key", _log.Key, "--published", _log.Published).IsBad("published", "are gone");
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await TestDatabase.ExecuteAsync(_log.Database.Cluster.SuperuserConnectionString, $"DROP DATABASE {database}_old WITH (FORCE)");
        }
    }

    [Test]
    public async Task EverythingWrittenAnew_ShowsBesideWhatWasPublished()
    {
        await RewriteAsync();
        await _log.SealAsync(published: SealedLog.NewPath("published-anew"));

        (await _log.VerifyAsync()).IsGood();
        (await _log.VerifyAsync("--published", _log.Published)).IsBad("published", "was published (with another root|and is not in the export)");
    }

    [Test]
    public async Task EverythingWrittenAnewWithAnotherKey_IsNamed()
    {
        await RewriteAsync();
        await _log.SealAsync(SealedLog.NewKey().File, SealedLog.NewPath("published-anew"));

        (await _log.VerifyAsync()).IsBadFirst("checkpoint-signature", "bears no signature of a trusted key");
    }

    [Test]
    public async Task CheckpointSignedWithAnotherKey_IsNamed()
    {
        using var key = EcdsaNoteKey.Create();
        var note = SignedNote.Parse(await TestDatabase.ScalarAsync<string>(_log.Database.Superuser, "SELECT note FROM audit.checkpoint ORDER BY size DESC LIMIT 1"));
        var point = Checkpoint.Of(note);
        await _log.TamperAsync($"UPDATE audit.checkpoint SET note = '{point.Sign(key)}' WHERE size = {point.Size}");

        (await _log.VerifyAsync()).IsBadFirst("checkpoint-signature", $"over {point.Size} leaves bears no signature");
    }

    [Test]
    public async Task ChangedTileAndRow_AreFoundByTheCheckpoint()
    {
        var (where, _) = await _log.RowAsync(10);
        await _log.TamperAsync($"""
            CREATE TEMP TABLE leaf AS SELECT sha256('\x00' || entry) AS old FROM audit.entry WHERE {where};
            UPDATE audit.entry SET entry = set_byte(entry, length(entry) - 1, get_byte(entry, length(entry) - 1) # 1) WHERE {where};
            UPDATE audit.tile SET hashes = overlay(hashes PLACING (SELECT sha256('\x00' || entry) FROM audit.entry WHERE {where}) FROM position((SELECT old FROM leaf) IN hashes))
                WHERE level = 0 AND index = 0;
            """);

        (await _log.VerifyAsync()).IsBadFirst("checkpoint-root", @"leaves \d+ to \d+, or the hashes before them, are not those the checkpoint");
    }

    [TestCase("body = set_byte(body, 30, get_byte(body, 30) # 1)", "is not the one its entry speaks of")]
    [TestCase("body = NULL", "is missing")]
    public async Task ChangedBody_IsNamed(string change, string what)
    {
        var (where, islemNo) = await _log.RowAsync(5);
        await _log.TamperAsync($"UPDATE audit.entry SET {change} WHERE {where}");

        (await _log.VerifyAsync()).IsBadFirst("body-changed", $@"leaf 5 \(işlem {islemNo}\): the body .*{what}");
    }

    [Test]
    public async Task DroppedCheckpoint_IsNamed()
    {
        var size = await TestDatabase.ScalarAsync<long>(_log.Database.Superuser, "SELECT min(size) FROM audit.checkpoint");
        await _log.TamperAsync($"DELETE FROM audit.checkpoint WHERE size = {size}");

        (await _log.VerifyAsync()).IsBadFirst("checkpoint-missing", string.Create(CultureInfo.InvariantCulture, $"the checkpoint over {size} leaves is missing"));
    }

    [Test]
    public async Task DroppedCheckpointAndBatch_ShowBesideWhatWasPublished()
    {
        // The second batch takes the first one in, as if they had been one.
        await _log.TamperAsync("""
            CREATE TEMP TABLE first AS SELECT * FROM audit.sequenced ORDER BY first_index LIMIT 1;
            DELETE FROM audit.checkpoint WHERE size = (SELECT row_count FROM first);
            DELETE FROM audit.sequenced WHERE first_index = 0;
            UPDATE audit.sequenced AS s SET first_index = 0, row_count = s.row_count + f.row_count, first_tx = f.first_tx, recorded_from = f.recorded_from
                FROM first AS f WHERE s.first_index = f.row_count;
            """);

        (await _log.VerifyAsync("--published", _log.Published)).IsBad("published", "was published and is not in the export");
    }

    private async Task TruncateAsync() => await _log.TamperAsync("""
        CREATE TEMP TABLE last AS SELECT min(size) AS size FROM audit.checkpoint;
        DELETE FROM audit.entry WHERE tx > (SELECT s.last_tx FROM audit.sequenced AS s, last WHERE s.first_index + s.row_count = last.size);
        DELETE FROM audit.sequenced WHERE first_index >= (SELECT size FROM last);
        DELETE FROM audit.checkpoint WHERE size > (SELECT size FROM last);
        DELETE FROM audit.tile WHERE level = 0 AND (index + 1) * 256 > (SELECT size FROM last);
        """);

    private async Task RewriteAsync()
    {
        var (where, _) = await _log.RowAsync(100);
        await _log.TamperAsync($"""
            UPDATE audit.entry SET entry = set_byte(entry, 10, get_byte(entry, 10) # 1) WHERE {where};
            DELETE FROM audit.checkpoint; DELETE FROM audit.tile; DELETE FROM audit.sequenced;
            """);
    }
}
