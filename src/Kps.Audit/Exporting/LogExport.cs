using System.Data;
using System.Security.Cryptography;
using Kps.Audit.Acts;
using Kps.Audit.Entry;
using Kps.Audit.Sequencing;
using Kps.Evidence.Exports;
using Kps.Evidence.Notes;
using Kps.Evidence.Trees;
using Npgsql;

namespace Kps.Audit.Exporting;

/// <summary>
/// Makes an export that somebody without trust in us can verify (docs/reference/export-format.md). It shows the log as it is, also one that was tampered with:
/// to judge is the verifier's part. Holds one batch of rows at a time.
/// </summary>
/// <param name="connectionString">Of role kps_panel.</param>
/// <param name="time">The clock of the manifest and of the act.</param>
public sealed class LogExport(string connectionString, TimeProvider time)
{
    private const string Node = "kps-audit-export";

    /// <summary>Makes it, and its act in the log.</summary>
    /// <param name="request">What, where to and why.</param>
    /// <param name="ct">Gives up; nothing is left behind.</param>
    /// <exception cref="ExportException">Nothing is sealed yet, or the directory has something in it.</exception>
    /// <exception cref="InvalidDataException">The tree's own tables are damaged.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="NpgsqlException">The database does not answer, or the act could not be written; then there is no export.</exception>
    public async Task<ExportReport> MakeAsync(ExportRequest request, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Reason);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, ApplicationName = Node }.ConnectionString);
        await connection.OpenAsync(ct);

        // One state of the log throughout. A transaction that only reads has no number, so it holds no sealing up.
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var tables = new ExportTables(connection);
        var newestNote = await tables.NewestCheckpointAsync(ct) ?? throw new ExportException(ExportFault.NotSealed, "The log has no checkpoint yet.");
        var newest = Checkpoint.Of(newestNote);
        var (first, end) = await LeafRange.FindAsync(tables, request, newest.Size, ct);
        using var folder = new ExportFolder(request.Directory);
        var copy = new LeafCopy(connection, tables, folder, new TileBundles(folder, first, request.WithBodies), await DestroyedMonths.ReadAsync(connection, tables, newest.Size, ct));
        await copy.CopyAsync(end, request.WithBodies, ct);
        await WriteCheckpointsAsync(tables, folder, first, end, ct);

        var stamps = await StampTables.CopyAsync(connection, folder, first, end, ct);
        var proofs = new ProofMaker(new TreeTables(connection), newest.Size);
        var rebases = await tables.RebasesAsync(ct);
        var manifest = new ExportManifest
        {
            Format = ExportLayout.Format,
            Origin = TreeHead.BaseOf(newest.Origin, rebases.Count == 0 ? 1 : rebases[^1].Generation),
            MadeAt = EntryTime.Cut(time.GetUtcNow()),
            By = request.By,
            Reason = request.Reason,
            From = request.From,
            To = request.To,
            FirstLeaf = first,
            EndLeaf = end,
            Entries = copy.Bundles.Entries,
            HasBodies = request.WithBodies,
            LeftEdge = await proofs.NodesAsync(0, first, ct),
            Links = await LinksAsync(connection, tables, end, newest.Size, ct),
            Rebases = rebases,
            Stamps = stamps,
            Destroyed = copy.Destroyed.Ranges,
            Acts = copy.Destroyed.Acts,
            Surplus = copy.Surplus,
            FilesSha256 = folder.CloseList(),
            Bytes = folder.Bytes,
        };
        var json = manifest.ToUtf8();
        if (json.Length > ExportManifest.MaxBytes)
        {
            throw new InvalidDataException("The manifest became too long; export a shorter time.");
        }

        folder.WriteManifest(json);
        var sha256 = SHA256.HashData(json);
        var islemNo = await RecordAsync(request, manifest, sha256, ct);
        folder.Publish();
        return new ExportReport(
            islemNo, first, end, manifest.Entries, copy.Destroyed.Leaves, copy.Destroyed.Missing, copy.SurplusRows, manifest.Bytes, Convert.ToHexStringLower(sha256));
    }

    /// <summary>The checkpoints that an export which ends earlier hangs on: the first that was stamped, and the newest.</summary>
    private static async Task<List<ExportLink>> LinksAsync(NpgsqlConnection connection, ExportTables tables, long end, long newest, CancellationToken ct)
    {
        var links = new List<ExportLink>();
        var stamped = await StampTables.FirstStampedFromAsync(connection, end, ct);
        foreach (var size in new[] { stamped ?? newest, newest }.Distinct().Where(size => size > end))
        {
            await foreach (var note in tables.CheckpointsAsync(size - 1, size, ct))
            {
                links.Add(new ExportLink(note, await new ProofMaker(new TreeTables(connection), size).ConsistencyAsync(end, ct)));
            }
        }

        return links;
    }

    private static async Task WriteCheckpointsAsync(ExportTables tables, ExportFolder folder, long first, long end, CancellationToken ct)
    {
        var text = folder.NewText(ExportLayout.Checkpoints);
        await using (text)
        {
            await foreach (var note in tables.CheckpointsAsync(first, end, ct))
            {
                await text.WriteAsync(note);
                await text.WriteAsync('\n');
            }
        }

        folder.Close(ExportLayout.Checkpoints, text);
    }

    /// <summary>The act is committed before the directory gets its name: no export without its row.</summary>
    private async Task<IslemNo> RecordAsync(ExportRequest request, ExportManifest manifest, byte[] sha256, CancellationToken ct)
    {
        await using var acts = new ActLog(connectionString, Node, time);
        var span = request is { From: null, To: null } ? "all" : $"{request.From:yyyy-MM-ddTHH:mm:ssZ} to {request.To:yyyy-MM-ddTHH:mm:ssZ}";
        return await acts.WriteAsync(
            new ActFacts(AuditKind.Act, AuditAct.LogExported, request.By)
            {
                Reason = request.Reason,
                Target = $"leaves:{manifest.FirstLeaf}-{manifest.EndLeaf}",
                Detail = $"{span}; {(manifest.HasBodies ? "with" : "without")} bodies",
                Rows = manifest.Entries,
                Sha256 = sha256,
            },
            ct);
    }
}
