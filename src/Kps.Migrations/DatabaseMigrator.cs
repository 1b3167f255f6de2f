using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Kps.Migrations;

/// <summary>
/// Brings a database to the shape this version expects: roles, then the two schemas, each by its own numbered SQL files under its
/// own owner. It is the only way anything acts as an owner role (design §4.2), and only <c>./kps migrate</c> and the tests call it.
/// </summary>
/// <remarks>
/// Plain SQL files instead of generated migrations: the log is defined by grants, partitions and definer functions that no model
/// generator writes, and a database administrator must be able to read what will run. See decision 0006.
/// </remarks>
[SuppressMessage("Security", "CA2100", Justification = "The only SQL run here is embedded in this assembly.")]
public sealed class DatabaseMigrator
{
    private const long AdvisoryLock = 0x4B50_535F_4D49_4752; // "KPS_MIGR"

    private static readonly SchemaOwner[] Schemas = [new("audit", "kps_owner"), new("registry", "kps_registry_owner")];

    private readonly string _connectionString;

    /// <summary>Takes the connection of a role that may create roles and act as the owners.</summary>
    /// <param name="connectionString">Npgsql connection string; the database must exist.</param>
    public DatabaseMigrator(string connectionString) =>
        // A pooled session would keep the advisory lock after this class has let go of it.
        _connectionString = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;

    /// <summary>Runs every file that has not run yet, in order, each in its own transaction; safe to call at any time and from several nodes.</summary>
    /// <param name="cancellationToken">Stops between files.</param>
    /// <returns>The files that ran now, as <c>schema/file.sql</c>.</returns>
    /// <exception cref="MigrationException">A file that already ran has changed since, or a file failed; earlier files stay applied.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken = default)
    {
        var applied = new List<string>();
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({AdvisoryLock})", cancellationToken);

        foreach (var file in FilesOf("cluster"))
        {
            await ExecuteAsync(connection, file.Text, cancellationToken);
        }

        foreach (var schema in Schemas)
        {
            await PrepareSchemaAsync(connection, schema, cancellationToken);
            foreach (var file in FilesOf(schema.Name))
            {
                if (await ApplyAsync(connection, schema, file, cancellationToken))
                {
                    applied.Add($"{schema.Name}/{file.Name}");
                }
            }
        }

        return applied;
    }

    private static async Task PrepareSchemaAsync(NpgsqlConnection connection, SchemaOwner schema, CancellationToken cancellationToken)
    {
        await ExecuteAsync(
            connection,
            $"""
            CREATE SCHEMA IF NOT EXISTS {schema.Name} AUTHORIZATION {schema.Owner};
            REVOKE ALL ON SCHEMA public FROM PUBLIC;
            SET ROLE {schema.Owner};
            CREATE TABLE IF NOT EXISTS {schema.Name}.schema_version (
                file text PRIMARY KEY,
                sha256 text NOT NULL,
                applied_at timestamptz NOT NULL DEFAULT now());
            RESET ROLE
            """,
            cancellationToken);
    }

    private static async Task<bool> ApplyAsync(NpgsqlConnection connection, SchemaOwner schema, SqlFile file, CancellationToken cancellationToken)
    {
        var known = await KnownHashAsync(connection, schema, file, cancellationToken);
        if (known is not null)
        {
            return known == file.Sha256
                ? false
                : throw new MigrationException($"{schema.Name}/{file.Name} has changed since it was applied; add a new file instead.");
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await ExecuteAsync(connection, $"SET LOCAL ROLE {schema.Owner}; SET LOCAL search_path = {schema.Name}, pg_catalog", cancellationToken);
            await ExecuteAsync(connection, file.Text, cancellationToken);
            await using var insert = new NpgsqlCommand($"INSERT INTO {schema.Name}.schema_version (file, sha256) VALUES ($1, $2)", connection);
            insert.Parameters.Add(new NpgsqlParameter { Value = file.Name });
            insert.Parameters.Add(new NpgsqlParameter { Value = file.Sha256 });
            await insert.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (PostgresException e)
        {
            throw new MigrationException($"{schema.Name}/{file.Name} failed: {e.MessageText} (position {e.Position})", e);
        }

        return true;
    }

    private static async Task<string?> KnownHashAsync(NpgsqlConnection connection, SchemaOwner schema, SqlFile file, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"SELECT sha256 FROM {schema.Name}.schema_version WHERE file = $1", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = file.Name });
        return (string?)await command.ExecuteScalarAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static IEnumerable<SqlFile> FilesOf(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"{assembly.GetName().Name}.Sql.{folder}.";
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            var text = reader.ReadToEnd();
            yield return new SqlFile(name[prefix.Length..], text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        }
    }

    private readonly record struct SchemaOwner(string Name, string Owner);

    private readonly record struct SqlFile(string Name, string Text, string Sha256);
}
