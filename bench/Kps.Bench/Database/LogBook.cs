using Npgsql;

namespace Kps.Bench.Database;

/// <summary>Looks at the log from outside, as the superuser: what the gateway cannot do and must not be believed about.</summary>
internal sealed class LogBook(string connectionString) : IAsyncDisposable
{
    private static readonly string[] Durability = ["fsync", "synchronous_commit", "full_page_writes"];

    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(connectionString);

    /// <summary>The server's version.</summary>
    public async Task<string> VersionAsync()
    {
        await using var connection = await _database.OpenConnectionAsync();
        return connection.PostgreSqlVersion.ToString();
    }

    /// <summary>Names of the durability settings that are not on.</summary>
    public async Task<IReadOnlyList<string>> NotDurableAsync()
    {
        var off = new List<string>();
        foreach (var setting in Durability)
        {
            await using var command = _database.CreateCommand("SELECT current_setting($1)");
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = setting });
            if ((string?)await command.ExecuteScalarAsync() != "on")
            {
                off.Add(setting);
            }
        }

        return off;
    }

    /// <summary>Counts the rows.</summary>
    public async Task<LogRows> RowsAsync()
    {
        await using var command = _database.CreateCommand(
            "SELECT count(*) FILTER (WHERE kind NOT IN (4, 5, 6)), count(*) FILTER (WHERE kind = 1), count(*) FILTER (WHERE kind = 2 AND outcome = 0) FROM audit.entry");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new LogRows(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    /// <summary>Measures the log.</summary>
    public async Task<LogState> StateAsync()
    {
        await using var command = _database.CreateCommand(
            """
            SELECT sum(pg_table_size(relid))::bigint, sum(pg_indexes_size(relid))::bigint, pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint
            FROM pg_partition_tree('audit.entry') WHERE isleaf
            """);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new LogState(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
