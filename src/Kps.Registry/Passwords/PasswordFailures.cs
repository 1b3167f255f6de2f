using System.Collections.Concurrent;
using Kps.Registry.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kps.Registry.Passwords;

/// <summary>The counter in <c>registry.password_failure</c>, with the locked names of all nodes in memory.</summary>
internal sealed class PasswordFailures(RegistryDatabase database, IOptions<RegistryOptions> options, ILogger<PasswordFailures> logger) : IPasswordFailures
{
    private const int KeyLength = 32;
    private static readonly TimeSpan SweepInterval = TimeSpan.FromHours(1);
    private static readonly TimeSpan SweepAge = TimeSpan.FromDays(1);

    // $1 key, $2 now, $3 window, $4 limit, $5 lock. A lock under way is neither prolonged nor counted on; an ended lock or window starts anew.
    private const string CountSql =
        """
        INSERT INTO registry.password_failure AS counted (name_key, window_start, failures, locked_until)
        VALUES ($1, $2, 1, NULL)
        ON CONFLICT (name_key) DO UPDATE SET (window_start, failures, locked_until) = (
            SELECT
                CASE WHEN is_over THEN $2 ELSE counted.window_start END,
                CASE WHEN is_over THEN 1 WHEN counted.locked_until IS NOT NULL THEN counted.failures ELSE counted.failures + 1 END,
                CASE WHEN is_over THEN NULL
                     WHEN counted.locked_until IS NOT NULL THEN counted.locked_until
                     WHEN counted.failures + 1 >= $4 THEN $2 + $5 END
            FROM (SELECT coalesce(counted.locked_until <= $2, counted.window_start + $3 <= $2) AS is_over) AS state)
        RETURNING failures, locked_until
        """;

    private const string LockedSql = "SELECT name_key, locked_until FROM registry.password_failure WHERE locked_until > $1";

    private const string SweepSql =
        "DELETE FROM registry.password_failure WHERE window_start < $1 AND (locked_until IS NULL OR locked_until < $1)";

    private readonly ConcurrentDictionary<NameKey, DateTimeOffset> _lockedUntil = new();
    private byte[]? _key;
    private DateTimeOffset _sweptAt = DateTimeOffset.MinValue;

    /// <inheritdoc />
    public bool IsLocked(string userName, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(userName);
        return _lockedUntil.TryGetValue(NameKey.Of(Key, userName), out var lockedUntil) && now < lockedUntil;
    }

    /// <inheritdoc />
    public async ValueTask RecordAsync(string userName, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(userName);
        var name = NameKey.Of(Key, userName);
        try
        {
            var (failures, lockedUntil) = await CountAsync(name, now.ToUniversalTime(), cancellationToken);
            if (lockedUntil is { } end)
            {
                if (!_lockedUntil.TryGetValue(name, out var known) || known != end)
                {
                    Log.NameLocked(logger, end, failures);
                }

                _lockedUntil[name] = end;
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new RegistryUnavailableException("A wrong password could not be counted.", exception);
        }
    }

    /// <summary>Takes over the locks of the other nodes, forgets ended ones and, once an hour, sweeps old rows. Called by each poll.</summary>
    public async Task RefreshAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _key) is null)
        {
            Volatile.Write(ref _key, await ReadKeyAsync(connection, cancellationToken));
        }

        await using (var command = new NpgsqlCommand(LockedSql, connection) { Parameters = { new() { Value = now } } })
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                _lockedUntil[NameKey.FromBytes(reader.GetFieldValue<byte[]>(0))] = reader.GetFieldValue<DateTimeOffset>(1);
            }
        }

        foreach (var (name, lockedUntil) in _lockedUntil)
        {
            if (lockedUntil <= now)
            {
                _lockedUntil.TryRemove(KeyValuePair.Create(name, lockedUntil));
            }
        }

        if (now - _sweptAt >= SweepInterval)
        {
            await using var sweep = new NpgsqlCommand(SweepSql, connection) { Parameters = { new() { Value = now - SweepAge } } };
            await sweep.ExecuteNonQueryAsync(cancellationToken);
            _sweptAt = now;
        }
    }

    private byte[] Key => Volatile.Read(ref _key) ?? throw new RegistryUnavailableException("The registry has not been loaded yet.");

    private static async Task<byte[]> ReadKeyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT key FROM registry.password_failure_key", connection);
        return await command.ExecuteScalarAsync(cancellationToken) is byte[] { Length: KeyLength } key
            ? key
            : throw new InvalidOperationException("password_failure_key has no usable row.");
    }

    private async Task<(int Failures, DateTimeOffset? LockedUntil)> CountAsync(NameKey name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(CountSql, connection)
        {
            Parameters =
            {
                new() { Value = name.ToBytes() },
                new() { Value = now },
                new() { Value = options.Value.FailureWindow },
                new() { Value = options.Value.FailureLimit },
                new() { Value = options.Value.LockDuration },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt32(0), await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetFieldValue<DateTimeOffset>(1));
    }
}
