using System.Data;
using System.Globalization;
using Kps.Registry.Journal;
using Kps.Registry.Storage;
using Npgsql;

namespace Kps.Registry.Tokens;

/// <summary>
/// Writes the keys of the token door: the gateway its first one, the operator's commands the later ones. What calls use is read with the rest of
/// the registry, <see cref="Live.RegistrySnapshot.TokenKeys"/>; every act here is seen there within two seconds and stands in the journal, in one transaction with it.
/// A database that does not answer or refuses is an <see cref="NpgsqlException"/>.
/// </summary>
public sealed class TokenKeyStore
{
    // The lock is a statement of its own: only the next one's snapshot shows what the node before us has committed.
    private const string LockSql = "SELECT pg_advisory_xact_lock(hashtextextended('registry.token_key', 0))";

    private const string InsertSql =
        "INSERT INTO registry.token_key (is_test, wrapped, master_key_id, fingerprint, signs_from) VALUES ($1, $2, $3, $4, $5) RETURNING id";

    // TokenKeySchedule in SQL: the key can sign when it is not withdrawn and no successor that counts has begun by the candidate's own time.
    private const string InsertFirstSql =
        """
        INSERT INTO registry.token_key (is_test, wrapped, master_key_id, fingerprint, signs_from)
        SELECT $1, $2, $3, $4, $5
        WHERE NOT EXISTS (
            SELECT FROM registry.token_key one
            WHERE one.is_test = $1 AND one.withdrawn_at IS NULL AND NOT EXISTS (
                SELECT FROM registry.token_key successor
                WHERE successor.is_test = $1 AND (successor.signs_from, successor.id) > (one.signs_from, one.id) AND successor.signs_from <= $5
                    AND (successor.withdrawn_at IS NULL OR successor.withdrawn_at > successor.signs_from)))
        RETURNING id
        """;

    private const string WithdrawSql = "UPDATE registry.token_key SET withdrawn_at = $2 WHERE id = $1 AND withdrawn_at IS NULL RETURNING fingerprint";

    private const string ListSql =
        """
        SELECT id, is_test, master_key_id, fingerprint, created_at, signs_from, withdrawn_at
        FROM registry.token_key ORDER BY signs_from, id
        """;

    private readonly Func<CancellationToken, ValueTask<NpgsqlConnection>> _open;

    private readonly IRegistryJournal _journal;

    internal TokenKeyStore(RegistryDatabase database, IRegistryJournal journal)
    {
        _open = database.OpenAsync;
        _journal = journal;
    }

    private TokenKeyStore(string connectionString, IRegistryJournal journal)
    {
        _open = async cancellationToken =>
        {
            var connection = new NpgsqlConnection(connectionString);
            try
            {
                await connection.OpenAsync(cancellationToken);
                return connection;
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        };
        _journal = journal;
    }

    /// <summary>Opens the store without a host, for the command line.</summary>
    /// <param name="connectionString">Npgsql connection string of the role <c>kps_gateway</c>; <c>kps_panel</c> may only list.</param>
    /// <param name="journal">Takes every change.</param>
    /// <returns>A store; it holds no connection between acts.</returns>
    public static TokenKeyStore Create(string connectionString, IRegistryJournal journal) => new(connectionString, journal);

    /// <summary>
    /// Takes the candidate when no key of its kind can sign now or later (<see cref="TokenKeySchedule"/>): a retired one cannot. Of several nodes that start at once exactly one succeeds; the
    /// others drop their candidates and read the winner's with the next snapshot.
    /// </summary>
    /// <param name="candidate">The key to take.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>True when the candidate was taken.</returns>
    public async Task<bool> EnsureFirstAsync(NewTokenKey candidate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        await using var connection = await _open(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await using (var wait = new NpgsqlCommand(LockSql, connection))
        {
            await wait.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var insert = new NpgsqlCommand(InsertFirstSql, connection);
        AddValues(insert, candidate);
        if (await insert.ExecuteScalarAsync(cancellationToken) is not int id)
        {
            return false;
        }

        await _journal.WriteAsync(Made(id, candidate), connection, transaction, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Adds a key beside those that stand.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its number.</returns>
    public async Task<int> AddAsync(NewTokenKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        await using var connection = await _open(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await using var insert = new NpgsqlCommand(InsertSql, connection);
        AddValues(insert, key);
        var id = await insert.ExecuteScalarAsync(cancellationToken) as int? ?? throw new InvalidOperationException("The insert returned no number.");
        await _journal.WriteAsync(Made(id, key), connection, transaction, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return id;
    }

    /// <summary>Withdraws a key: it signs no more, and every token it signed is void within two seconds. There is no way back.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="at">The time of the act.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when there is no such key or it was withdrawn before.</returns>
    public async Task<bool> WithdrawAsync(int id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var connection = await _open(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await using var update = new NpgsqlCommand(WithdrawSql, connection) { Parameters = { new() { Value = id }, new() { Value = at.ToUniversalTime() } } };
        if (await update.ExecuteScalarAsync(cancellationToken) is not string fingerprint)
        {
            return false;
        }

        var withdrawn = new RegistryChange(
            RegistryAct.TokenKeyWithdrawn, ChangeText.Change("geri_cekilis", null, at))
        {
            Target = TargetOf(id),
            Sha256 = Convert.FromHexString(fingerprint),
        };
        await _journal.WriteAsync(withdrawn, connection, transaction, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Lists the keys of both kinds in the order in which they begin to sign, withdrawn ones included.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>All of them; an installation has a handful.</returns>
    public async Task<IReadOnlyList<TokenKeyListing>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _open(cancellationToken);
        await using var command = new NpgsqlCommand(ListSql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new List<TokenKeyListing>();
        while (await reader.ReadAsync(cancellationToken))
        {
            keys.Add(new TokenKeyListing(
                reader.GetInt32(0),
                reader.GetBoolean(1),
                reader.GetString(2),
                reader.GetString(3),
                reader.GetFieldValue<DateTimeOffset>(4),
                reader.GetFieldValue<DateTimeOffset>(5),
                await reader.IsDBNullAsync(6, cancellationToken) ? null : reader.GetFieldValue<DateTimeOffset>(6)));
        }

        return keys;
    }

    private static RegistryChange Made(int id, NewTokenKey key) =>
        new(
            RegistryAct.TokenKeyRotated,
            ChangeText.Join(
                ChangeText.Value("test", key.IsTest),
                ChangeText.Value("ana_anahtar", key.MasterKeyId),
                ChangeText.Value("imza_baslangici", key.SignsFrom)))
        {
            Target = TargetOf(id),
            Sha256 = Convert.FromHexString(key.Fingerprint),
        };

    private static string TargetOf(int id) => string.Create(CultureInfo.InvariantCulture, $"token-key:{id}");

    private static void AddValues(NpgsqlCommand insert, NewTokenKey key)
    {
        insert.Parameters.Add(new NpgsqlParameter { Value = key.IsTest });
        insert.Parameters.Add(new NpgsqlParameter { Value = key.Wrapped });
        insert.Parameters.Add(new NpgsqlParameter { Value = key.MasterKeyId });
        insert.Parameters.Add(new NpgsqlParameter { Value = key.Fingerprint });
        insert.Parameters.Add(new NpgsqlParameter { Value = key.SignsFrom.ToUniversalTime() });
    }
}
