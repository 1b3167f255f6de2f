using System.Data;
using System.Security.Cryptography;
using Kps.Audit.Acts;
using Kps.Audit.Entry;
using Kps.Audit.Exporting;
using Kps.Audit.Sequencing;
using Kps.Evidence.Notes;
using Kps.Evidence.Receipts;
using Kps.Evidence.Trees;
using Npgsql;

namespace Kps.Audit.Receipts;

/// <summary>Makes the receipt of one call (docs/reference/export-format.md, "Receipts"), and its act in the log.</summary>
/// <param name="connectionString">Of role kps_panel.</param>
/// <param name="time">The clock of receipt and act.</param>
public sealed class ReceiptMaker(string connectionString, TimeProvider time)
{
    private const string Node = "kps-audit-receipt";

    /// <summary>Makes it. Nothing secret is in it: entries name persons by keyed hash only, and bodies stay in the log.</summary>
    /// <param name="islemNo">The call.</param>
    /// <param name="by">Who asks, as the operating system knows him.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The receipt, and the number of the act.</returns>
    /// <exception cref="ExportException">No such call, not all of its rows are sealed yet, or a row is not the one that was sealed.</exception>
    /// <exception cref="InvalidDataException">The tree's own tables are damaged.</exception>
    /// <exception cref="NpgsqlException">The database does not answer, or the act could not be written; then there is no receipt.</exception>
    public async Task<(Receipt Receipt, IslemNo Act)> MakeAsync(IslemNo islemNo, string by, CancellationToken ct)
    {
        var receipt = await ReadAsync(islemNo, ct);
        await using var acts = new ActLog(connectionString, Node, time);
        var act = await acts.WriteAsync(
            new ActFacts(AuditKind.Act, AuditAct.ReceiptMade, by) { About = islemNo, Rows = receipt.Entries.Count, Sha256 = SHA256.HashData(receipt.ToUtf8()) }, ct);
        return (receipt, act);
    }

    private async Task<Receipt> ReadAsync(IslemNo islemNo, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, ApplicationName = Node }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var tables = new ExportTables(connection);
        var rows = await tables.RowsOfAsync(islemNo, ct);
        if (rows.Count == 0)
        {
            throw new ExportException(ExportFault.NoSuchCall, $"The log has no row of {islemNo}.");
        }

        var entries = new List<ReceiptEntry>();
        foreach (var row in rows)
        {
            entries.Add(await SealedLeaves.FindAsync(connection, tables, row, ct) is { } leaf
                ? new ReceiptEntry(leaf, row.Entry)
                : throw new ExportException(ExportFault.NotSealed, $"A row of {islemNo} waits for its seal."));
        }

        var covering = await tables.FirstCheckpointOverAsync(entries[^1].Leaf, ct)
            ?? throw new ExportException(ExportFault.NotSealed, $"No checkpoint covers {islemNo} yet.");
        var rebases = await tables.RebasesAsync(ct);
        var size = Checkpoint.Of(covering).Size;
        var stamped = await StampTables.FirstStampedFromAsync(connection, size, ct);
        var checkpoints = new List<ReceiptCheckpoint> { await ProveAsync(connection, covering, entries, ct) };
        if (stamped > size && await tables.FirstCheckpointOverAsync(stamped.Value - 1, ct) is { } later)
        {
            checkpoints.Add(await ProveAsync(connection, later, entries, ct));
        }

        return new Receipt
        {
            Format = Receipt.CurrentFormat,
            IslemNo = islemNo.ToString(),
            Origin = TreeHead.BaseOf(Checkpoint.Of(covering).Origin, rebases.Count == 0 ? 1 : rebases[^1].Generation),
            MadeAt = EntryTime.Cut(time.GetUtcNow()),
            Entries = entries,
            Checkpoints = checkpoints,
        };
    }

    private static async Task<ReceiptCheckpoint> ProveAsync(NpgsqlConnection connection, SignedNote note, List<ReceiptEntry> entries, CancellationToken ct)
    {
        var size = Checkpoint.Of(note).Size;
        var proofs = new ProofMaker(new TreeTables(connection), size);
        var paths = new List<IReadOnlyList<TreeHash>>();
        foreach (var entry in entries)
        {
            paths.Add(await proofs.InclusionAsync(entry.Leaf, ct));
        }

        return new ReceiptCheckpoint(note.ToString(), paths, await StampTables.OfCheckpointAsync(connection, size, ct));
    }
}
