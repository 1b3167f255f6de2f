using Kps.Migrations;
using Npgsql;

namespace Kps.TestSupport;

/// <summary>A fresh, migrated database with a connection string for each role of the product.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestCluster _cluster;
    private readonly string _name;

    private TestDatabase(TestCluster cluster, string name)
    {
        _cluster = cluster;
        _name = name;
    }

    public TestCluster Cluster => _cluster;

    public string Superuser => _cluster.ConnectionString("postgres", _name);

    public string Gateway => _cluster.ConnectionString("kps_gateway", _name);

    public string Panel => _cluster.ConnectionString("kps_panel", _name);

    public string Sequencer => _cluster.ConnectionString("kps_sequencer", _name);

    public string Retention => _cluster.ConnectionString("kps_retention", _name);

    /// <summary>Creates and migrates a database on the process's shared cluster, or on the given one.</summary>
    public static async Task<TestDatabase> CreateAsync(TestCluster? cluster = null)
    {
        cluster ??= await TestCluster.SharedAsync();
        var database = new TestDatabase(cluster, "kps_" + Guid.NewGuid().ToString("N")[..12]);
        await ExecuteAsync(cluster.SuperuserConnectionString, $"CREATE DATABASE {database._name}");
        await new DatabaseMigrator(database.Superuser).MigrateAsync();
        var password = new NpgsqlConnectionStringBuilder(database.Superuser).Password;
        foreach (var role in new[] { "kps_gateway", "kps_panel", "kps_sequencer", "kps_retention" })
        {
            await ExecuteAsync(database.Superuser, $"ALTER ROLE {role} PASSWORD '{password}'");
        }

        return database;
    }

    /// <summary>Runs one statement as the superuser.</summary>
    public Task ExecuteAsync(string sql) => ExecuteAsync(Superuser, sql);

    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<T> ScalarAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync(_cluster.SuperuserConnectionString, $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }
}
