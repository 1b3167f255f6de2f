using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Kps.Gateway.Call.Tokens;

/// <summary>
/// Assertions known to be genuine, by the SHA-256 of their text: put in when issued here or verified here. Says nothing of time, key or user; these are
/// looked at on each call. The oldest make room for new ones: many clients take a token for one query and never show it again.
/// </summary>
internal sealed class TokenCache(TimeProvider time)
{
    /// <summary>Most assertions remembered, about half a kilobyte each.</summary>
    public const int MaxEntries = 65_536;

    /// <summary>
    /// Most texts remembered of one assertion. Its holder can write it in any number of valid ways (spaces in the signature, declarations), and would push
    /// everybody else's out.
    /// </summary>
    public const int MaxVariants = 8;

    private readonly ConcurrentDictionary<TextHash, Entry> _entries = new();
    private readonly Lock _gate = new();
    private readonly Queue<(TextHash Hash, Entry Entry)> _byAge = new();
    private readonly Dictionary<string, int> _variants = new(StringComparer.Ordinal);

    /// <summary>Assertions remembered right now, those among them that have lapsed since the last one came.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _byAge.Count;
            }
        }
    }

    /// <summary>Looks a text up.</summary>
    /// <param name="assertion">The copy (<see cref="AssertionCopy"/>).</param>
    /// <param name="key">The very key that signed it.</param>
    /// <param name="claims">What it says.</param>
    /// <returns>False when the text was not seen here, or is forgotten.</returns>
    public bool TryGet(ReadOnlySpan<byte> assertion, [NotNullWhen(true)] out SigningKey? key, [NotNullWhen(true)] out TokenClaims? claims)
    {
        (key, claims) = _entries.TryGetValue(TextHash.Of(assertion), out var entry) ? (entry.Key, entry.Claims) : (null, null);
        return claims is not null && key is not null;
    }

    /// <summary>Remembers a genuine assertion.</summary>
    /// <param name="assertion">The copy.</param>
    /// <param name="key">The key that signed it.</param>
    /// <param name="claims">What it says.</param>
    public void Add(ReadOnlySpan<byte> assertion, SigningKey key, TokenClaims claims)
    {
        var hash = TextHash.Of(assertion);
        var entry = new Entry(key, claims);
        var now = time.GetUtcNow();
        lock (_gate)
        {
            while (_byAge.TryPeek(out var oldest) && (_byAge.Count >= MaxEntries || oldest.Entry.Claims.NotOnOrAfter + TokenVerifier.Tolerance <= now))
            {
                Forget(_byAge.Dequeue());
            }

            ref var variants = ref CollectionsMarshal.GetValueRefOrAddDefault(_variants, claims.AssertionId, out _);
            if (variants < MaxVariants && _entries.TryAdd(hash, entry))
            {
                variants++;
                _byAge.Enqueue((hash, entry));
            }
        }
    }

    private void Forget((TextHash Hash, Entry Entry) oldest)
    {
        _entries.TryRemove(oldest.Hash, out _);
        var id = oldest.Entry.Claims.AssertionId;
        if (--CollectionsMarshal.GetValueRefOrAddDefault(_variants, id, out _) <= 0)
        {
            _variants.Remove(id);
        }
    }

    private sealed record Entry(SigningKey Key, TokenClaims Claims);

    private readonly record struct TextHash(ulong A, ulong B, ulong C, ulong D)
    {
        public static TextHash Of(ReadOnlySpan<byte> text)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(text, hash);
            return MemoryMarshal.Read<TextHash>(hash);
        }
    }
}
