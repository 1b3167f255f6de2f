using System.Security.Cryptography;
using System.Text;
using Kps.Audit;
using Kps.Audit.Receipts;
using Kps.Evidence.Notes;
using Kps.Evidence.Receipts;
using Kps.Evidence.Stamps;
using Kps.TestSupport;
using Npgsql;

namespace Kps.AuditVerify.Tests.Exports;

/// <summary>Stamps in exports and receipts, against an authority of openssl's.</summary>
public sealed class StampTests
{
    private LocalTsa _tsa = null!;
    private SealedLog _log = null!;
    private IslemNo _call;

    [SetUp]
    public async Task SetUp()
    {
        _tsa = await LocalTsa.StartNewAsync();
        _log = await SealedLog.StartAsync();
        _call = await _log.AskAsync(10);
        await _log.SealAsync();
        await _log.AskAsync(10);
        await _log.SealAsync();
    }

    [TearDown]
    public async Task TearDown()
    {
        await _log.DisposeAsync();
        await _tsa.DisposeAsync();
    }

    [Test]
    public async Task Stamp_IsGoodForWhoTrustsItsRoot()
    {
        await StampAsync(Newest);

        var verdict = await _log.VerifyAsync("--tsa-roots", _tsa.RootFile);
        verdict.IsGood();
        Assert.That(verdict.Out, Does.Match(@"stamps       1 of 1, over the first \d+ leaves"));
        Assert.That((await _log.VerifyAsync()).Out, Does.Contain("note  stamps were not held against any authority"));
    }

    [Test]
    public async Task StampOfAnotherCheckpoint_IsNamed()
    {
        await StampAsync(Newest, "SELECT note FROM audit.checkpoint ORDER BY size LIMIT 1");

        (await _log.VerifyAsync()).IsBadFirst("stamp", "was made over something else");
    }

    [Test]
    public async Task StampOfSomebodyElse_IsNamed()
    {
        await StampAsync(Newest);
        await using var other = await LocalTsa.StartNewAsync();

        (await _log.VerifyAsync("--tsa-roots", other.RootFile)).IsBadFirst("stamp", "does not hold: .*no trusted root");
    }

    [Test]
    public async Task TokenThatIsNone_IsNamed()
    {
        await StampAsync(Newest);
        await _log.TamperAsync(@"UPDATE audit.anchor SET token = set_byte(token, 0, 0)");

        (await _log.VerifyAsync()).IsBadFirst("stamp", "cannot be read");
    }

    [Test]
    public async Task Receipt_HoldsFromRowToStamp()
    {
        await StampAsync(Newest);
        var (receipt, file) = await ReceiptAsync();
        Assert.That((receipt.Entries.Count, receipt.Checkpoints.Count, receipt.Checkpoints[1].Stamps.Count), Is.EqualTo((2, 2, 1)));

        var verdict = Verdict.Of("receipt", file, "--key", _log.Key, "--tsa-roots", _tsa.RootFile);
        verdict.IsGood();
        Assert.That(verdict.Out, Does.Match($@"receipt      işlem {_call}, made").And.Match("row          Intent of .*, leaf").And.Match("row          Outcome of").And.Match("stamp        .* by CN=Uydurma"));
        Assert.That(await TestDatabase.ScalarAsync<long>(_log.Database.Superuser, "SELECT count(*) FROM audit.entry WHERE kind = 6 AND encode(entry, 'hex') LIKE '%5000020021%'"), Is.EqualTo(1));
    }

    [Test]
    public async Task Receipt_WithoutAStamp_SaysSo()
    {
        var (_, file) = await ReceiptAsync();

        var verdict = Verdict.Of("receipt", file, "--key", _log.Key);
        verdict.IsGood();
        Assert.That(verdict.Out, Does.Contain("note  no outside stamp covers the call yet"));
    }

    [Test]
    public async Task Receipt_Changed_IsBad()
    {
        await StampAsync(Newest);
        var (receipt, _) = await ReceiptAsync();
        var entry = receipt.Entries[1].Entry.ToArray();
        entry[10] ^= 1;

        Check(receipt with { Entries = [receipt.Entries[0], receipt.Entries[1] with { Entry = entry }] }).IsBad("inclusion", $"leaf {receipt.Entries[1].Leaf}: this entry is not proven");
        Check(receipt with { Entries = [receipt.Entries[0] with { Leaf = receipt.Entries[0].Leaf + 1 }, receipt.Entries[1]] }).IsBad("inclusion", "is not proven");
        Check(receipt with { IslemNo = "000020000004N" }).IsBad("entry-form", "not of the receipt's");
        Check(receipt with { Checkpoints = [receipt.Checkpoints[0] with { Stamps = receipt.Checkpoints[1].Stamps }, receipt.Checkpoints[1]] }).IsBad("stamp", "was made over something else");
        using var key = EcdsaNoteKey.Create();
        var note = Checkpoint.Of(SignedNote.Parse(receipt.Checkpoints[0].Note)).Sign(key).ToString();
        Check(receipt with { Checkpoints = [receipt.Checkpoints[0] with { Note = note }] }).IsBad("checkpoint-signature", "bears no signature of a trusted key");
    }

    private const string Newest = "SELECT size FROM audit.checkpoint ORDER BY size DESC LIMIT 1";

    private Verdict Check(Receipt receipt)
    {
        var file = SealedLog.NewPath("receipt.json");
        File.WriteAllBytes(file, receipt.ToUtf8());
        return Verdict.Of("receipt", file, "--key", _log.Key);
    }

    private async Task<(Receipt Receipt, string File)> ReceiptAsync()
    {
        var (receipt, _) = await new ReceiptMaker(_log.Database.Panel, TimeProvider.System).MakeAsync(_call, "test@host", CancellationToken.None);
        var file = SealedLog.NewPath("receipt.json");
        await File.WriteAllBytesAsync(file, receipt.ToUtf8());
        return (receipt, file);
    }

    /// <summary>Keeps a stamp for the checkpoint of a size, over its note or over another one.</summary>
    private async Task StampAsync(string sizeSql, string? noteSql = null)
    {
        var size = await TestDatabase.ScalarAsync<long>(_log.Database.Superuser, sizeSql);
        var note = await TestDatabase.ScalarAsync<string>(_log.Database.Superuser, noteSql ?? $"SELECT note FROM audit.checkpoint WHERE size = {size}");
        var request = TimeStampRequest.Over(Encoding.UTF8.GetBytes(note), HashAlgorithmName.SHA256);
        var stamp = request.Accept(await _tsa.ReplyAsync(request.Encode()));
        await using var connection = new NpgsqlConnection(_log.Database.Superuser);
        await connection.OpenAsync();
        await using var insert = new NpgsqlCommand(
            "INSERT INTO audit.anchor (covers, size, generation, token, gen_time, tsa, signer_not_after) VALUES ('checkpoint', $1, 1, $2, $3, 'tsa', $4)", connection);
        insert.Parameters.Add(new NpgsqlParameter { Value = size });
        insert.Parameters.Add(new NpgsqlParameter { Value = stamp.Token.ToArray() });
        insert.Parameters.Add(new NpgsqlParameter { Value = stamp.GenTime.UtcDateTime });
        insert.Parameters.Add(new NpgsqlParameter { Value = stamp.SignerNotAfter.UtcDateTime });
        await insert.ExecuteNonQueryAsync();
    }
}
