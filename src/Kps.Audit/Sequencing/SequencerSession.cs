using Npgsql;

namespace Kps.Audit.Sequencing;

/// <summary>
/// The one connection a node seals over. The lock that makes it the only sealer of the cluster belongs to this very session, so whoever loses the
/// connection has lost the right to write. A node that vanishes or freezes is noticed by the server: it drops sessions that stay silent for four seconds.
/// </summary>
internal sealed class SequencerSession : IAsyncDisposable
{
    private const long Leadership = 0x4B50_535F_5345_514C; // "KPS_SEQL"
    private const int ConnectSeconds = 3;
    private const int CommandSeconds = 30;
    private const int CancelMilliseconds = 1000;

    private const string ServerOptions =
        "-c idle_session_timeout=4000 -c idle_in_transaction_session_timeout=4000 -c statement_timeout=30000 -c synchronous_commit=on -c work_mem=32MB "
        + "-c tcp_keepalives_idle=1 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3 -c tcp_user_timeout=4000";

    private readonly NpgsqlConnection _connection;

    private SequencerSession(NpgsqlConnection connection)
    {
        _connection = connection;
        Tables = new TreeTables(connection);
    }

    /// <summary>The tree's tables, over this connection.</summary>
    public TreeTables Tables { get; }

    /// <summary>The connection itself, for the reader of rows.</summary>
    public NpgsqlConnection Connection => _connection;

    /// <summary>Connects.</summary>
    /// <param name="connectionString">Of role kps_sequencer.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<SequencerSession> OpenAsync(string connectionString, CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            Timeout = ConnectSeconds,
            CommandTimeout = CommandSeconds,
            CancellationTimeout = CancelMilliseconds,
            TcpKeepAlive = true,
            TcpKeepAliveTime = 1,
            TcpKeepAliveInterval = 1,
            ApplicationName = "kps-sequencer",
        };
        settings.Options = string.Join(' ', new[] { settings.Options, ServerOptions }.Where(part => !string.IsNullOrEmpty(part)));
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            return new SequencerSession(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes sure that who seals cannot also rewrite.</summary>
    /// <exception cref="InvalidOperationException">The role may change rows or the tree.</exception>
    public async Task CheckRoleAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT bool_or(has_table_privilege(name, 'UPDATE, DELETE, TRUNCATE')), current_user::text
            FROM unnest(ARRAY[
                'audit.entry', 'audit.sequenced', 'audit.tile', 'audit.checkpoint', 'audit.rebase', 'audit.anchor', 'audit.anchor_member', 'audit.sealing_key']) AS name
            """,
            _connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        if (reader.GetBoolean(0))
        {
            throw new InvalidOperationException($"Database role {reader.GetString(1)} may change written rows or the tree; the log must be sealed by kps_sequencer.");
        }
    }

    /// <summary>Becomes the one sealer of the cluster, until this session ends.</summary>
    /// <returns>False while another session is.</returns>
    public async Task<bool> TryLeadAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", _connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Leadership });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
