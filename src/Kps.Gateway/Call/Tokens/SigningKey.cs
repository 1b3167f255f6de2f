using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Kps.Gateway.Call.Tokens;

/// <summary>
/// One unwrapped RSA key. <see cref="RSA"/> is not safe for use by two calls at once, so each borrows an instance of its own; there are never more
/// than calls that sign or verify at the same moment.
/// </summary>
internal sealed class SigningKey : IDisposable
{
    /// <summary>Size of the keys we make, and the least we take.</summary>
    public const int Bits = 2048;

    private readonly ConcurrentBag<RSA> _idle = [];
    private readonly Lock _gate = new();
    private readonly RSA _source;
    private bool _disposed;

    /// <summary>Takes an unwrapped key.</summary>
    /// <param name="id">Its number in the registry.</param>
    /// <param name="pkcs8">The private key; the caller clears it.</param>
    /// <exception cref="CryptographicException">It is no RSA key, or too short a one.</exception>
    public SigningKey(int id, ReadOnlySpan<byte> pkcs8)
    {
        Id = id;
        _source = RSA.Create();
        try
        {
            _source.ImportPkcs8PrivateKey(pkcs8, out _);
            if (_source.KeySize < Bits)
            {
                throw new CryptographicException("The key is too short.");
            }
        }
        catch
        {
            _source.Dispose();
            throw;
        }
    }

    /// <summary>Its number in the registry; stands in the tokens as KeyName.</summary>
    public int Id { get; }

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256.</summary>
    public byte[] Sign(byte[] data)
    {
        var rsa = Rent();
        try
        {
            return rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        finally
        {
            Return(rsa);
        }
    }

    /// <summary>Whether the signature is by this very key, whatever key it names itself.</summary>
    /// <exception cref="CryptographicException">The signature makes no sense.</exception>
    public bool Verifies(AssertionSignature signature)
    {
        var rsa = Rent();
        try
        {
            return signature.CheckSignature(rsa);
        }
        finally
        {
            Return(rsa);
        }
    }

    /// <inheritdoc />
    /// <remarks>Calls that hold an instance end with it.</remarks>
    public void Dispose()
    {
        Volatile.Write(ref _disposed, true);
        while (_idle.TryTake(out var rsa))
        {
            rsa.Dispose();
        }
    }

    private RSA Rent()
    {
        if (_idle.TryTake(out var rsa))
        {
            return rsa;
        }

        lock (_gate)
        {
            return RSA.Create(_source.ExportParameters(includePrivateParameters: true));
        }
    }

    private void Return(RSA rsa)
    {
        if (Volatile.Read(ref _disposed))
        {
            rsa.Dispose();
        }
        else
        {
            _idle.Add(rsa);
        }
    }
}
