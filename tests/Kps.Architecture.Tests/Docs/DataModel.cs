using Kps.TestSupport;
using Npgsql;

namespace Kps.Architecture.Tests.Docs;

/// <summary>What a migrated database consists of, as its catalogue says. Partitions, indexes, constraints and triggers are left to the SQL files.</summary>
internal sealed record DataModel(IReadOnlyList<string> Roles, IReadOnlyList<DataModel.Relation> Relations, IReadOnlyList<DataModel.Function> Functions)
{
    private const string RelationSql = """
        SELECT n.nspname::text, c.relname::text, CASE c.relkind WHEN 'v' THEN 'View' WHEN 'S' THEN 'Sequence' ELSE 'Table' END, c.oid
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('audit', 'registry') AND c.relkind IN ('r', 'p', 'v', 'S') AND NOT c.relispartition
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'i' AND c.relkind = 'S')
        ORDER BY n.nspname, CASE c.relkind WHEN 'S' THEN 3 WHEN 'v' THEN 2 ELSE 1 END, c.relname
        """;

    private const string ColumnSql = """
        SELECT attname::text, format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN '' ELSE ', or null' END
        FROM pg_attribute WHERE attrelid = $1 AND attnum > 0 AND NOT attisdropped ORDER BY attnum
        """;

    private const string RelationGrantSql = """
        SELECT role || ' ' || string_agg(privilege, ', ' ORDER BY privilege) FROM (
            SELECT acl.grantee::regrole::text AS role, acl.privilege_type AS privilege
            FROM pg_class c, aclexplode(c.relacl) acl WHERE c.oid = $1 AND acl.grantee <> c.relowner
            UNION ALL
            SELECT acl.grantee::regrole::text, acl.privilege_type || ' (' || string_agg(a.attname, ', ' ORDER BY a.attnum) || ')'
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid, aclexplode(a.attacl) acl
            WHERE c.oid = $1 AND acl.grantee <> c.relowner GROUP BY acl.grantee, acl.privilege_type) AS granted
        GROUP BY role ORDER BY role
        """;

    private const string FunctionSql = """
        SELECT n.nspname::text, p.proname::text, pg_get_function_identity_arguments(p.oid), pg_get_function_result(p.oid), p.prosecdef, p.oid
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname IN ('audit', 'registry') ORDER BY n.nspname, p.proname
        """;

    private const string FunctionGrantSql = """
        SELECT CASE acl.grantee WHEN 0 THEN 'everybody' ELSE acl.grantee::regrole::text END || ' ' || acl.privilege_type
        FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl
        WHERE p.oid = $1 AND acl.grantee <> p.proowner ORDER BY 1
        """;

    private const string RoleSql = "SELECT rolname::text FROM pg_roles WHERE rolname LIKE 'kps\\_%' ORDER BY rolname";

    public static async Task<DataModel> ReadAsync(TestDatabase database)
    {
        await using var source = NpgsqlDataSource.Create(database.Superuser);
        var relations = new List<Relation>();
        foreach (var row in await RowsAsync(source, RelationSql))
        {
            var columns = (string)row[2] == "Sequence" ? [] : await RowsAsync(source, ColumnSql, row[3]);
            relations.Add(new Relation(
                (string)row[0],
                (string)row[1],
                (string)row[2],
                [.. columns.Select(column => new Column((string)column[0], (string)column[1]))],
                [.. (await RowsAsync(source, RelationGrantSql, row[3])).Select(grant => (string)grant[0])]));
        }

        var functions = new List<Function>();
        foreach (var row in await RowsAsync(source, FunctionSql))
        {
            functions.Add(new Function(
                (string)row[0],
                (string)row[1],
                (string)row[2],
                (string)row[3],
                (bool)row[4],
                [.. (await RowsAsync(source, FunctionGrantSql, row[5])).Select(grant => (string)grant[0])]));
        }

        return new DataModel([.. (await RowsAsync(source, RoleSql)).Select(role => (string)role[0])], relations, functions);
    }

    private static async Task<List<object[]>> RowsAsync(NpgsqlDataSource source, string sql, object? oid = null)
    {
        await using var command = source.CreateCommand(sql);
        if (oid is not null)
        {
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Oid, Value = oid });
        }

        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    internal sealed record Relation(string Schema, string Name, string Kind, IReadOnlyList<Column> Columns, IReadOnlyList<string> Grants)
    {
        public string FullName => $"{Schema}.{Name}";
    }

    internal sealed record Column(string Name, string Type);

    internal sealed record Function(string Schema, string Name, string Arguments, string Result, bool RunsAsOwner, IReadOnlyList<string> Grants)
    {
        public string FullName => $"{Schema}.{Name}";
    }
}
