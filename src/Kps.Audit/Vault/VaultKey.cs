using System.Collections.Concurrent;
using System.Security.Cryptography;
using Kps.Contracts;

namespace Kps.Audit.Vault;

/// <summary>An unwrapped data key. AesGcm is not safe for concurrent use, so each thread in need borrows an instance of its own.</summary>
internal sealed class VaultKey : IDisposable
{
    public const int KeyBytes = 32;

    private readonly byte[] _key;
    private readonly ConcurrentBag<AesGcm> _ciphers = [];

    /// <summary>Takes the key over; it is cleared on disposal.</summary>
    public VaultKey(short id, byte[] key)
    {
        if (key.Length != KeyBytes)
        {
            throw new CryptographicException($"Data key {id} has not {KeyBytes} bytes.");
        }

        Id = id;
        _key = key;
    }

    public short Id { get; }

    public SubjectIndex IndexOf(Tckn subject) => SubjectIndex.Compute(_key, subject.Value);

    public SubjectIndex IndexOf(long asker) => SubjectIndex.Compute(_key, asker);

    public SubjectIndex IndexOfUserName(string name) => SubjectIndex.OfUserName(_key, name);

    public AesGcm Borrow() => _ciphers.TryTake(out var cipher) ? cipher : new AesGcm(_key, BodySeal.TagBytes);

    public void Return(AesGcm cipher) => _ciphers.Add(cipher);

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_key);
        while (_ciphers.TryTake(out var cipher))
        {
            cipher.Dispose();
        }
    }
}
