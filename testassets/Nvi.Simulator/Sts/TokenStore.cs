using System.Collections.Concurrent;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Sts;

/// <summary>
/// The tokens in circulation, found by their encrypted octets: cipher text that is not exactly what was issued is nobody's.
/// Bounded: the oldest gives way, and is then as unknown as one that never was.
/// </summary>
internal sealed class TokenStore(TimeProvider time)
{
    private const int Capacity = 100_000;

    private readonly ConcurrentDictionary<string, IssuedToken> _byCipher = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _byAge = new();

    /// <summary>Puts a token into circulation.</summary>
    public void Add(IssuedToken token)
    {
        _byCipher[token.DataCipher] = token;
        _byAge.Enqueue(token.DataCipher);
        while (_byAge.Count > Capacity && _byAge.TryDequeue(out var oldest))
            _byCipher.TryRemove(oldest, out _);
    }

    /// <summary>Looks a presented token up.</summary>
    /// <param name="keyCipher">First CipherValue without white space.</param>
    /// <param name="dataCipher">Second CipherValue without white space.</param>
    /// <param name="token">The token when it is ours and its lifetime has not ended.</param>
    /// <returns>Null for a good token, else the fault of a strange or of an expired one.</returns>
    public SoapFault? Find(string keyCipher, string dataCipher, out IssuedToken? token)
    {
        if (!_byCipher.TryGetValue(dataCipher, out token) || !string.Equals(token.KeyCipher, keyCipher, StringComparison.Ordinal))
        {
            token = null;
            return SoapFault.InvalidSecurity;
        }

        return token.Expires > time.GetUtcNow() ? null : SoapFault.TokenNotValid;
    }

    /// <summary>Ends the lifetime of every token in circulation now; they stay known, so the router answers as to an expired one.</summary>
    /// <returns>How many were still good.</returns>
    public int RevokeAll()
    {
        var now = time.GetUtcNow();
        var revoked = 0;
        foreach (var (cipher, token) in _byCipher)
        {
            if (token.Expires > now && _byCipher.TryUpdate(cipher, token with { Expires = now }, token))
                revoked++;
        }

        return revoked;
    }
}
