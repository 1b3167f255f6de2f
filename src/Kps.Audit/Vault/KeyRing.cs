using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Kps.Audit.Acts;
using Kps.Audit.Entry;
using Kps.Audit.Processes;
using Npgsql;

namespace Kps.Audit.Vault;

/// <summary>
/// The data keys of the writing process. A key in use is in memory; the first row of a new month or year fetches or makes its key, once per
/// process. Nodes that make it at the same moment agree through the table: the first INSERT wins and all read it back. The making is an act, written with the key.
/// </summary>
internal sealed class KeyRing(NpgsqlDataSource database, IMasterKey master, string node, TimeProvider time) : IDisposable
{
    private const string MakeSql = "SELECT audit.make_key($1, $2, $3, $4, $5, $6, $7)";

    private readonly ConcurrentDictionary<KeyPeriod, VaultKey> _keys = new();
    private readonly SemaphoreSlim _fetching = new(1, 1);
    private WriterProcess? _process;

    /// <summary>Names the process whose numbers the acts get; before that no key can be made.</summary>
    public void WriteActsAs(WriterProcess process) => _process = process;

    /// <summary>The key for a row of this time; completes at once but for the first row of a period.</summary>
    /// <exception cref="AuditUnavailableException">The key can be neither read nor made.</exception>
    public ValueTask<VaultKey> GetAsync(KeyPurpose purpose, DateTimeOffset time)
    {
        var period = KeyPeriod.Of(purpose, time);
        return _keys.TryGetValue(period, out var key) ? ValueTask.FromResult(key) : new ValueTask<VaultKey>(FetchOnceAsync(period));
    }

    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }

        _keys.Clear();
        _fetching.Dispose();
    }

    private async Task<VaultKey> FetchOnceAsync(KeyPeriod period)
    {
        await _fetching.WaitAsync();
        try
        {
            if (_keys.TryGetValue(period, out var key))
            {
                return key;
            }

            key = await ReadAsync(period) ?? await MakeAsync(period);
            _keys[period] = key;
            return key;
        }
        catch (Exception e) when (e is NpgsqlException or CryptographicException or TimeoutException)
        {
            throw new AuditUnavailableException(string.Create(CultureInfo.InvariantCulture, $"The {period.PurposeText} key of {period.Start:O} is not to be had."), e);
        }
        finally
        {
            _fetching.Release();
        }
    }

    private async Task<VaultKey?> ReadAsync(KeyPeriod period)
    {
        await using var command = database.CreateCommand("SELECT id, wrapped, master_key_id FROM audit.vault_key WHERE purpose = $1 AND period = $2");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = period.PurposeText });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = period.Start });
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
        {
            return null;
        }

        if (await reader.IsDBNullAsync(1))
        {
            throw new CryptographicException("It was destroyed at the end of its term.");
        }

        var wrappedBy = reader.GetString(2);
        var opener = master.Find(wrappedBy) ?? throw new CryptographicException($"It is wrapped under master key {wrappedBy}; this process holds {master.Id}.");
        return new VaultKey(reader.GetInt16(0), await opener.UnwrapAsync(reader.GetFieldValue<byte[]>(1), CancellationToken.None));
    }

    private async Task<VaultKey> MakeAsync(KeyPeriod period)
    {
        var process = _process ?? throw new AuditUnavailableException("The audit log has not started.");
        var fresh = RandomNumberGenerator.GetBytes(VaultKey.KeyBytes);
        var wrapped = await master.WrapAsync(fresh, CancellationToken.None);
        CryptographicOperations.ZeroMemory(fresh);

        var at = EntryTime.Cut(time.GetUtcNow());
        var islemNo = process.IslemNumbers.Next();
        var act = new ActFacts(AuditKind.Act, AuditAct.KeyMade, node)
        {
            Reason = "First row of its period",
            Target = string.Create(CultureInfo.InvariantCulture, $"key:{period.PurposeText}:{period.Start:yyyy-MM-dd}"),
            Detail = $"Under master key {master.Id}",
        };
        await using var command = database.CreateCommand(MakeSql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = period.PurposeText });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = period.Start });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = wrapped });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = master.Id });
        new ActRow(islemNo, at, ActEntry.Encode(act, islemNo, process.Prefix, at)).AddTo(command);
        await command.ExecuteNonQueryAsync();
        return await ReadAsync(period) ?? throw new CryptographicException("The key just made is not in the table.");
    }
}
