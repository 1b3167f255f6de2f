using System.Security.Cryptography;
using Kps.Audit.Vault;
using Kps.Contracts;
using Npgsql;

namespace Kps.Audit.Reading;

/// <summary>
/// The data keys for a reader that holds the master key: computes the indexes a person is searched by and opens sealed bodies. Keys are
/// unwrapped when they are first needed and cleared on disposal.
/// </summary>
public sealed class AuditVault : IDisposable
{
    private readonly IMasterKey _master;
    private readonly Dictionary<short, WrappedKey> _wrapped;
    private readonly Dictionary<short, VaultKey> _open = [];

    private AuditVault(IMasterKey master, Dictionary<short, WrappedKey> wrapped)
    {
        _master = master;
        _wrapped = wrapped;
    }

    /// <summary>Reads the wrapped keys.</summary>
    /// <param name="connectionString">Of role kps_panel.</param>
    /// <param name="master">The master key; stays the caller's.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The vault; not for concurrent use.</returns>
    public static async Task<AuditVault> OpenAsync(string connectionString, IMasterKey master, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand("SELECT id, purpose, period, wrapped, master_key_id FROM audit.wrapped_key", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var wrapped = new Dictionary<short, WrappedKey>();
        while (await reader.ReadAsync(ct))
        {
            var period = KeyPeriod.FromRow(reader.GetString(1), reader.GetFieldValue<DateOnly>(2));
            wrapped[reader.GetInt16(0)] = new WrappedKey(period, reader.GetFieldValue<byte[]>(3), reader.GetString(4));
        }

        return new AuditVault(master, wrapped);
    }

    /// <summary>The person's index under every year key, to search all years at once.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>One index a key, with the key's id.</returns>
    /// <exception cref="CryptographicException">A key is wrapped under another master key.</exception>
    public async Task<IReadOnlyList<KeyValuePair<short, SubjectIndex>>> IndexesOfAsync(Tckn subject, CancellationToken ct)
    {
        var indexes = new List<KeyValuePair<short, SubjectIndex>>();
        foreach (var (id, _) in _wrapped.Where(key => key.Value.Period.Purpose == KeyPurpose.Subject).OrderBy(key => key.Key))
        {
            indexes.Add(new(id, (await OpenKeyAsync(id, ct)).IndexOf(subject)));
        }

        return indexes;
    }

    /// <summary>Opens the body of one row after comparing it with the hash in the row's entry.</summary>
    /// <param name="entry">The row's entry.</param>
    /// <param name="body">The row's body.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The clear bytes and their codec.</returns>
    /// <exception cref="CryptographicException">The body is not the one the entry speaks of, or its key is gone or another's.</exception>
    /// <exception cref="FormatException">Not a sealed body of a known version.</exception>
    public async Task<SealedText> UnsealAsync(AuditEntry entry, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(body.Span), entry.BodySha256.Span))
        {
            throw new CryptographicException($"The body of işlem {entry.IslemNo} is not the one its entry speaks of.");
        }

        var key = await OpenKeyAsync(BodySeal.KeyIdOf(body.Span), ct);
        return BodySeal.Unseal(key, entry.IslemNo, entry.Kind, body.Span);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var key in _open.Values)
        {
            key.Dispose();
        }

        _open.Clear();
    }

    private async Task<VaultKey> OpenKeyAsync(short id, CancellationToken ct)
    {
        if (_open.TryGetValue(id, out var open))
        {
            return open;
        }

        if (!_wrapped.TryGetValue(id, out var wrapped))
        {
            throw new CryptographicException($"Data key {id} is not in the vault: it was destroyed at the end of its term, or never stood there.");
        }

        var master = _master.Find(wrapped.MasterKeyId)
            ?? throw new CryptographicException($"Data key {id} is wrapped under master key {wrapped.MasterKeyId}, not {_master.Id}.");
        return _open[id] = new VaultKey(id, await master.UnwrapAsync(wrapped.Bytes, ct));
    }

    private sealed record WrappedKey(KeyPeriod Period, byte[] Bytes, string MasterKeyId);
}
