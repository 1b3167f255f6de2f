using Kps.EndToEnd.Tests.Harness;
using Npgsql;

namespace Kps.EndToEnd.Tests;

/// <summary>What the gateway's own role may not do to the log, tried on the log of a gateway that has written to it.</summary>
public sealed class DatabaseRoleTests
{
    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _house = await SharedHouse.OpenAsync();
        await _house.PostAsync(SoapMessage.Query(_house.Samples.Citizen.Value, _house.User));
    }

    [TestCase("UPDATE {0} SET outcome = 0")]
    [TestCase("DELETE FROM {0}")]
    [TestCase("TRUNCATE {0}")]
    [TestCase("DROP TABLE {0}")]
    [TestCase("ALTER TABLE {0} ADD COLUMN x int")]
    [TestCase("ALTER TABLE {0} OWNER TO kps_gateway")]
    [TestCase("SELECT * FROM {0}")]
    [TestCase("SET ROLE kps_owner")]
    [TestCase("SET ROLE kps_retention")]
    [TestCase("GRANT SELECT ON {0} TO kps_gateway")]
    [TestCase("CREATE TABLE audit.kacak (x int)")]
    [TestCase("ALTER ROLE kps_gateway SUPERUSER")]
    public async Task Gateway_IsRefused(string statement)
    {
        await using var connection = new NpgsqlConnection(_house.Database.Gateway);
        await connection.OpenAsync();
        foreach (var table in await TablesAsync())
        {
            await using var command = new NpgsqlCommand(string.Format(statement, table), connection);

            var refusal = Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(), table);

            Assert.That(refusal!.SqlState, Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege), $"{table}: {refusal.MessageText}");
        }
    }

    private async Task<IReadOnlyList<string>> TablesAsync()
    {
        await using var connection = new NpgsqlConnection(_house.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT relid::regclass::text FROM pg_partition_tree('audit.entry')", connection);
        var tables = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        Assert.That(tables, Has.Count.GreaterThan(1));
        return tables;
    }
}
