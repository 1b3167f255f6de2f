using System.Reflection;
using Npgsql;

namespace Kps.Audit.Processes;

/// <summary>Registers a start of this process and looks whether the ground it stands on is firm.</summary>
internal sealed class ProcessRegistry(NpgsqlDataSource database)
{
    /// <summary>Takes the next prefix.</summary>
    public async Task<WriterProcess> RegisterAsync(string node, CancellationToken ct)
    {
        var version = typeof(ProcessRegistry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        await using var command = database.CreateCommand("SELECT prefix, started_at FROM audit.register_process($1, $2)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = node });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = version.Length > 100 ? version[..100] : version });
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new WriterProcess(reader.GetInt32(0), reader.GetFieldValue<DateTimeOffset>(1));
    }

    /// <summary>What the server and the role allow.</summary>
    public async Task<LogGround> InspectAsync(CancellationToken ct)
    {
        const string Sql = """
            SELECT has_table_privilege('audit.entry', 'UPDATE') OR has_table_privilege('audit.entry', 'DELETE')
                       OR has_table_privilege('audit.entry', 'TRUNCATE') OR has_any_column_privilege('audit.entry', 'SELECT'),
                   current_user::text,
                   current_setting('fsync') = 'on',
                   to_regclass('audit.entry_' || to_char(date_trunc('month', now() AT TIME ZONE 'UTC') + interval '1 month', 'YYYY_MM')) IS NOT NULL
            """;
        await using var command = database.CreateCommand(Sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new LogGround(reader.GetBoolean(0), reader.GetString(1), reader.GetBoolean(2), reader.GetBoolean(3));
    }
}
