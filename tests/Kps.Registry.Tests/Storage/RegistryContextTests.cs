using Kps.Registry.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Kps.Registry.Tests.Storage;

internal sealed class RegistryContextTests
{
    // Tables that the model leaves to SQL: the counter, and the migrator's own list.
    private static readonly string[] Unmapped = ["password_failure", "password_failure_key", "schema_version"];

    [Test]
    public async Task Model_IsTheDatabase()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = new RegistryContext(RegistryContext.OptionsFor(database.Superuser));

        var mapped = context.Model.GetRelationalModel().Tables
            .SelectMany(table => table.Columns.Select(column => Describe(table.Name, column.Name, column.StoreType, column.IsNullable, IsKey(column))));

        Assert.That(await ActualColumnsAsync(database.Superuser), Is.EquivalentTo(mapped));
    }

    [Test]
    public async Task Model_KnowsTheForeignKeys()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = new RegistryContext(RegistryContext.OptionsFor(database.Superuser));

        var mapped = context.Model.GetRelationalModel().Tables.SelectMany(table => table.ForeignKeyConstraints)
            .Select(key => $"{key.Table.Name}.{key.Columns.Single().Name} -> {key.PrincipalTable.Name}.{key.PrincipalColumns.Single().Name}");

        Assert.That(
            await RowsAsync(
                database.Superuser,
                """
                SELECT format('%s.%s -> %s.%s', source.relname, source_column.attname, target.relname, target_column.attname)
                FROM pg_constraint
                JOIN pg_class AS source ON source.oid = conrelid
                JOIN pg_class AS target ON target.oid = confrelid
                JOIN pg_attribute AS source_column ON source_column.attrelid = conrelid AND source_column.attnum = conkey[1]
                JOIN pg_attribute AS target_column ON target_column.attrelid = confrelid AND target_column.attnum = confkey[1]
                WHERE contype = 'f' AND connamespace = 'registry'::regnamespace
                """),
            Is.EquivalentTo(mapped));
    }

    private static bool IsKey(IColumn column) => column.Table.PrimaryKey!.Columns.Contains(column);

    private static string Describe(string table, string column, string type, bool isNullable, bool isKey) =>
        $"{table}.{column} {type}{(isNullable ? "" : " NOT NULL")}{(isKey ? " KEY" : "")}";

    private static async Task<List<string>> ActualColumnsAsync(string connectionString)
    {
        var rows = await RowsAsync(
            connectionString,
            """
            SELECT format('%s.%s %s%s%s', relname, attname, format_type(atttypid, atttypmod), CASE WHEN attnotnull THEN ' NOT NULL' END,
                CASE WHEN EXISTS (SELECT FROM pg_index WHERE indrelid = pg_class.oid AND indisprimary AND attnum = ANY (indkey)) THEN ' KEY' END)
            FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
            WHERE relnamespace = 'registry'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
            """);
        return [.. rows.Where(row => !Unmapped.Contains(row[..row.IndexOf('.')]))];
    }

    private static async Task<List<string>> RowsAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
