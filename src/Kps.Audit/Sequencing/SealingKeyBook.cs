using Kps.Audit.Acts;
using Kps.Audit.Retention;
using Kps.Evidence.Notes;
using Npgsql;

namespace Kps.Audit.Sequencing;

/// <summary>
/// Changes of the key that signs checkpoints: role kps_retention. The act is a row like any other, so as long as the former key still seals, its own checkpoints
/// vouch for the successor.
/// </summary>
public sealed class SealingKeyBook : IAsyncDisposable
{
    private const string Node = "kps-seal-key";

    private readonly NpgsqlDataSource _database;
    private readonly ActLog _acts;

    /// <summary>Connects when it is first used.</summary>
    /// <param name="connectionString">Of role kps_retention.</param>
    /// <param name="time">The clock of the acts.</param>
    public SealingKeyBook(string connectionString, TimeProvider time)
    {
        _database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, ApplicationName = Node });
        _acts = new ActLog(connectionString, Node, time);
    }

    /// <summary>Every change, oldest first; none while the first key signs.</summary>
    public async Task<IReadOnlyList<SealingKeyChange>> ListAsync(CancellationToken ct)
    {
        if (await NewestAsync(ct) is not { } newest)
        {
            return [];
        }

        var origin = Checkpoint.Of(newest).Origin;
        await using var command = _database.CreateCommand("SELECT public_key, former_public_key, size, islem_no, made_at FROM audit.sealing_key_change ORDER BY id");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var changes = new List<SealingKeyChange>();
        while (await reader.ReadAsync(ct))
        {
            changes.Add(new SealingKeyChange(
                VerifierKey(origin, reader.GetFieldValue<byte[]>(0)),
                VerifierKey(origin, reader.GetFieldValue<byte[]>(1)),
                reader.GetInt64(2),
                IslemNo.TryCreate(reader.GetInt64(3), out var islemNo) ? islemNo : throw new FormatException("A change of keys names no işlem no."),
                reader.GetFieldValue<DateTimeOffset>(4)));
        }

        return changes;
    }

    /// <summary>Records that another key will sign. Nodes that start with it may seal from then on, and the former key may until one of them has.</summary>
    /// <param name="former">Public half (DER SubjectPublicKeyInfo) of the key that signed the newest checkpoint; its private half may be lost.</param>
    /// <param name="successor">Public half of the key that will.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why; at least ten letters.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="InvalidOperationException">Nothing is sealed yet, the former key did not sign the newest checkpoint, or both are one.</exception>
    /// <exception cref="RetentionRefusedException">The database refused.</exception>
    public async Task<SealingKeyChange> ChangeAsync(
        ReadOnlyMemory<byte> former, ReadOnlyMemory<byte> successor, string by, string reason, CancellationToken ct)
    {
        var newest = await NewestAsync(ct) ?? throw new InvalidOperationException("Nothing is sealed yet: any key may begin.");
        if (!SealingKeyGuard.HasSigned(newest, former.Span))
        {
            throw new InvalidOperationException("The key named as the present one did not sign the newest checkpoint.");
        }

        if (former.Span.SequenceEqual(successor.Span))
        {
            throw new InvalidOperationException("The new key is the one that signs now.");
        }

        var checkpoint = Checkpoint.Of(newest);
        var (to, from) = (VerifierKey(checkpoint.Origin, successor.Span), VerifierKey(checkpoint.Origin, former.Span));
        var act = await _acts.PrepareAsync(
            new ActFacts(AuditKind.Act, AuditAct.SealingKeyChanged, by)
            {
                Reason = reason,
                Target = "seal-key",
                Detail = $"{from} -> {to}",
                TreeSize = checkpoint.Size,
                TreeRoot = checkpoint.Root.ToArray(),
                Sha256 = System.Security.Cryptography.SHA256.HashData(successor.Span),
            },
            ct);
        await using var command = _database.CreateCommand("SELECT audit.change_sealing_key($1, $2, $3, $4, $5)");
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = successor.ToArray() });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = former.ToArray() });
        act.AddTo(command);
        try
        {
            await command.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException e) when (RetentionRefusedException.From(e) is { } refused)
        {
            throw refused;
        }

        return new SealingKeyChange(to, from, checkpoint.Size, act.IslemNo, act.At);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _acts.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static string VerifierKey(string origin, ReadOnlySpan<byte> publicKey)
    {
        using var verifier = NoteVerifier.Of(origin, publicKey);
        return verifier.ToString();
    }

    private async Task<SignedNote?> NewestAsync(CancellationToken ct)
    {
        await using var command = _database.CreateCommand("SELECT note FROM audit.tree_checkpoint ORDER BY size DESC, generation DESC LIMIT 1");
        return await command.ExecuteScalarAsync(ct) is string note ? SignedNote.Parse(note) : null;
    }
}
