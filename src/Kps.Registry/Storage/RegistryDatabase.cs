using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kps.Registry.Storage;

/// <summary>The gateway's connections to the registry. One pool of its own, since the audit log has another database role.</summary>
internal sealed class RegistryDatabase : IAsyncDisposable
{
    private const int LoadTimeoutFactor = 10;
    private const int ListenerKeepAliveSeconds = 10;

    private readonly NpgsqlDataSource _dataSource;
    private readonly string _listenerConnectionString;
    private readonly DbContextOptions<RegistryContext> _loadOptions;

    public RegistryDatabase(IOptions<RegistryOptions> options)
    {
        var seconds = (int)options.Value.CommandTimeout.TotalSeconds;
        var connection = new NpgsqlConnectionStringBuilder(options.Value.ConnectionString) { Timeout = seconds, CommandTimeout = seconds };
        connection.ApplicationName ??= "kps-registry";
        _dataSource = NpgsqlDataSource.Create(connection);
        _loadOptions = new DbContextOptionsBuilder<RegistryContext>()
            .UseNpgsql(_dataSource, npgsql => npgsql.CommandTimeout(seconds * LoadTimeoutFactor))
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .Options;

        // A connection that only waits would never notice a silently dropped path; keep-alives make it fail and be reopened.
        _listenerConnectionString = new NpgsqlConnectionStringBuilder(connection.ConnectionString)
        {
            Pooling = false,
            KeepAlive = ListenerKeepAliveSeconds,
        }.ConnectionString;
    }

    public RegistryContext CreateLoadContext() => new(_loadOptions);

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => _dataSource.OpenConnectionAsync(cancellationToken);

    public async Task<NpgsqlConnection> OpenListenerAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(_listenerConnectionString);
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
    }

    public ValueTask DisposeAsync() => _dataSource.DisposeAsync();
}
