using Kps.Audit;
using Npgsql;

namespace Kps.Gateway.Health;

/// <summary>The heartbeat's own connection, outside every pool, so that its answer is about the database and not about our queues. Made anew after any error.</summary>
internal sealed class HeartbeatConnection : IDisposable
{
    private const int TimeoutSeconds = 3;

    // The month boundaries are UTC, as those of the partitions (audit.ensure_partitions).
    private const string Sql = """
        WITH beat AS (
            INSERT INTO audit.heartbeat (node, seen_at) VALUES ($1, clock_timestamp())
            ON CONFLICT (node) DO UPDATE SET seen_at = excluded.seen_at
            RETURNING seen_at)
        SELECT seen_at,
               (SELECT coalesce(min(month) - 1, 24)
                FROM generate_series(0, 24) AS month
                WHERE to_regclass('audit.entry_' || to_char(date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => month), 'YYYY_MM')) IS NULL)
        FROM beat
        """;

    private readonly NpgsqlDataSource _database;
    private readonly string _node;
    private NpgsqlConnection? _connection;

    /// <summary>Prepares; connects with the first write.</summary>
    /// <param name="options">Names the database, the role and the node.</param>
    public HeartbeatConnection(AuditOptions options)
    {
        _node = options.NodeName;
        _database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            Pooling = false,
            Timeout = TimeoutSeconds,
            CommandTimeout = TimeoutSeconds,
            ApplicationName = "kps-heartbeat",
        });
    }

    /// <summary>Writes this node's row and reads the database's clock and the log's partitions.</summary>
    /// <param name="time">This machine's clock.</param>
    /// <param name="cancellationToken">The host stops.</param>
    /// <exception cref="NpgsqlException">The write did not go through.</exception>
    public async Task<HeartbeatReading> WriteAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            _connection ??= await _database.OpenConnectionAsync(cancellationToken);
            await using var command = new NpgsqlCommand(Sql, _connection);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = _node });
            var before = time.GetUtcNow();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var after = time.GetUtcNow();
            await reader.ReadAsync(cancellationToken);
            var halfway = before + ((after - before) / 2);
            return new HeartbeatReading(halfway - reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt32(1));
        }
        catch
        {
            _connection?.Dispose();
            _connection = null;
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _connection?.Dispose();
        _database.Dispose();
    }
}
