using System.Security.Cryptography;
using Kps.Audit.Acts;
using Kps.Audit.Retention;
using Npgsql;

namespace Kps.Audit.Vault;

/// <summary>
/// Work on the data keys as a whole: role kps_retention. Wrapping them anew opens and closes every key in memory, compares, and changes all of them in one transaction
/// with its act; the former bytes stay with the database's owner until a key's end, for the database cannot see what new bytes hold.
/// </summary>
public sealed class VaultKeeper : IAsyncDisposable
{
    private const string Node = "kps-vault";

    private readonly NpgsqlDataSource _database;
    private readonly ActLog _acts;

    /// <summary>Connects when it is first used.</summary>
    /// <param name="connectionString">Of role kps_retention.</param>
    /// <param name="time">The clock of the acts.</param>
    public VaultKeeper(string connectionString, TimeProvider time)
    {
        _database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, ApplicationName = Node });
        _acts = new ActLog(connectionString, Node, time);
    }

    /// <summary>Every key that was ever made, in the order of their making.</summary>
    public async Task<IReadOnlyList<KeyListing>> ListAsync(CancellationToken ct)
    {
        await using var command = _database.CreateCommand(
            "SELECT id, purpose, period, master_key_id, created_at, destroyed_at FROM audit.key_listing ORDER BY id");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var keys = new List<KeyListing>();
        while (await reader.ReadAsync(ct))
        {
            var period = KeyPeriod.FromRow(reader.GetString(1), reader.GetFieldValue<DateOnly>(2));
            keys.Add(new KeyListing(
                reader.GetInt16(0),
                period.Purpose == KeyPurpose.Body,
                period.Start,
                reader.GetString(3),
                reader.GetFieldValue<DateTimeOffset>(4),
                await reader.IsDBNullAsync(5, ct) ? null : reader.GetFieldValue<DateTimeOffset>(5)));
        }

        return keys;
    }

    /// <summary>Wraps every live key that is not yet under a master key under it.</summary>
    /// <param name="from">Holds the master keys they are under.</param>
    /// <param name="to">The new master key.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why; at least ten letters.</param>
    /// <param name="ct">Gives up; nothing is changed.</param>
    /// <returns>How many, and the act; null when there was nothing to do.</returns>
    /// <exception cref="CryptographicException">A key cannot be opened, or the new master key does not give it back; nothing is changed.</exception>
    /// <exception cref="RetentionRefusedException">A key was made or changed in between; to be tried again.</exception>
    public async Task<(int Keys, IslemNo IslemNo)?> RewrapAsync(IMasterKey from, IMasterKey to, string by, string reason, CancellationToken ct)
    {
        var (ids, wrapped) = await WrapAsync(from, to, ct);
        if (ids.Length == 0)
        {
            return null;
        }

        var act = await _acts.PrepareAsync(
            new ActFacts(AuditKind.Act, AuditAct.KeysRewrapped, by) { Reason = reason, Target = "vault", Detail = $"Under master key {to.Id}", Rows = ids.Length }, ct);
        await using var command = _database.CreateCommand("SELECT audit.rewrap_keys($1, $2, $3, $4, $5, $6)");
        command.Parameters.Add(new NpgsqlParameter<short[]> { TypedValue = ids });
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = wrapped });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = to.Id });
        act.AddTo(command);
        try
        {
            return ((int)(await command.ExecuteScalarAsync(ct))!, act.IslemNo);
        }
        catch (PostgresException e) when (RetentionRefusedException.From(e) is { } refused)
        {
            throw refused;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _acts.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task<(short[] Ids, byte[][] Wrapped)> WrapAsync(IMasterKey from, IMasterKey to, CancellationToken ct)
    {
        await using var command = _database.CreateCommand("SELECT id, wrapped, master_key_id FROM audit.wrapped_key WHERE master_key_id <> $1 ORDER BY id");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = to.Id });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var ids = new List<short>();
        var wrapped = new List<byte[]>();
        while (await reader.ReadAsync(ct))
        {
            var (id, masterId) = (reader.GetInt16(0), reader.GetString(2));
            var opener = from.Find(masterId) ?? throw new CryptographicException($"Data key {id} is wrapped under master key {masterId}, which is not at hand.");
            ids.Add(id);
            wrapped.Add(await WrapAsync(id, await opener.UnwrapAsync(reader.GetFieldValue<byte[]>(1), ct), to, ct));
        }

        return ([.. ids], [.. wrapped]);
    }

    private static async Task<byte[]> WrapAsync(short id, byte[] key, IMasterKey to, CancellationToken ct)
    {
        byte[] again = [];
        try
        {
            var wrapped = await to.WrapAsync(key, ct);
            again = await to.UnwrapAsync(wrapped, ct);
            return CryptographicOperations.FixedTimeEquals(key, again) && key.Length == VaultKey.KeyBytes
                ? wrapped
                : throw new CryptographicException($"The new master key does not give data key {id} back.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(again);
        }
    }
}
