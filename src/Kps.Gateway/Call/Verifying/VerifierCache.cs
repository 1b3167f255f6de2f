using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Kps.Contracts;
using Kps.Registry.Users;

namespace Kps.Gateway.Call.Verifying;

/// <summary>
/// Passwords already proven by the slow hash, remembered as HMAC-SHA256 under a key of this process that is never stored: at most twelve
/// hours, void as soon as the password version changes. The account's state is not remembered; it is read from the registry on each call.
/// </summary>
internal sealed class VerifierCache(TimeProvider time)
{
    /// <summary>Longest life of an entry (design §4.9).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private const int MaxEntries = 200_000;
    private const int MaxPasswordBytes = 1024;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<int, Entry> _entries = new();

    /// <summary>Whether this very password was proven for the user's present password version.</summary>
    public bool Contains(RegisteredUser user, Secret password)
    {
        if (!_entries.TryGetValue(user.Id, out var entry))
        {
            return false;
        }

        if (entry.PasswordVersion != user.PasswordVersion || entry.ExpiresAt <= time.GetUtcNow())
        {
            _entries.TryRemove(new KeyValuePair<int, Entry>(user.Id, entry));
            return false;
        }

        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Compute(user.Id, password, mac);
        return CryptographicOperations.FixedTimeEquals(mac, entry.Mac);
    }

    /// <summary>Remembers a password the slow hash has just proven.</summary>
    public void Add(RegisteredUser user, Secret password)
    {
        if (_entries.Count >= MaxEntries)
        {
            _entries.Clear();
        }

        _entries[user.Id] = new Entry(user.PasswordVersion, time.GetUtcNow() + Lifetime, Fingerprint(user.Id, password));
    }

    /// <summary>The keyed hash of a password, fit to tell equal attempts apart from different ones.</summary>
    public byte[] Fingerprint(int userId, Secret password)
    {
        var mac = new byte[HMACSHA256.HashSizeInBytes];
        Compute(userId, password, mac);
        return mac;
    }

    private void Compute(int userId, Secret password, Span<byte> mac)
    {
        Span<byte> message = stackalloc byte[sizeof(int) + MaxPasswordBytes];
        MemoryMarshal.Write(message, in userId);
        var length = sizeof(int) + Encoding.UTF8.GetBytes(password.Reveal(), message[sizeof(int)..]);
        HMACSHA256.HashData(_key, message[..length], mac);
        CryptographicOperations.ZeroMemory(message);
    }

    private sealed record Entry(int PasswordVersion, DateTimeOffset ExpiresAt, byte[] Mac);
}
