using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Kps.Gateway.Call.Tokens;

/// <summary>
/// One unwrapped RSA key. <see cref="RSA"/> is not safe for use by two calls at once, so each borrows an instance of its own; there are never more
/// than calls that sign or verify at the same moment. Those that verify hold the public half alone.
/// </summary>
internal sealed class SigningKey : IDisposable
{
    /// <summary>Size of the keys we make, and the least we take.</summary>
    public const int Bits = 2048;

    private readonly ConcurrentBag<RSA> _signers = [];
    private readonly ConcurrentBag<RSA> _verifiers = [];
    private readonly Lock _gate = new();
    private readonly RSA _source;
    private readonly RSAParameters _public;
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

            _public = _source.ExportParameters(includePrivateParameters: false);
            Fingerprint = Convert.ToHexStringLower(SHA256.HashData(_source.ExportSubjectPublicKeyInfo()));
        }
        catch
        {
            _source.Dispose();
            throw;
        }
    }

    /// <summary>Its number in the registry; stands in the tokens as KeyName.</summary>
    public int Id { get; }

    /// <summary>SHA-256 of the SubjectPublicKeyInfo, 64 lower-case hex digits.</summary>
    public string Fingerprint { get; }

    /// <summary>Instances kept for the next call; none once disposed of and every call has ended.</summary>
    public int Idle => _signers.Count + _verifiers.Count;

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256.</summary>
    public byte[] Sign(byte[] data)
    {
        var rsa = _signers.TryTake(out var idle) ? idle : CopyPrivate();
        try
        {
            return rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        finally
        {
            Return(_signers, rsa);
        }
    }

    /// <summary>Whether the signature is by this very key, whatever key it names itself.</summary>
    /// <exception cref="CryptographicException">The signature makes no sense.</exception>
    public bool Verifies(AssertionSignature signature)
    {
        var rsa = _verifiers.TryTake(out var idle) ? idle : RSA.Create(_public);
        try
        {
            return signature.CheckSignature(rsa);
        }
        finally
        {
            Return(_verifiers, rsa);
        }
    }

    /// <inheritdoc />
    /// <remarks>Calls that hold this key end with it; what they borrow is not kept.</remarks>
    public void Dispose()
    {
        Volatile.Write(ref _disposed, true);
        Interlocked.MemoryBarrier();
        Drain(_signers);
        Drain(_verifiers);
    }

    private RSA CopyPrivate()
    {
        RSAParameters parameters;
        lock (_gate)
        {
            parameters = _source.ExportParameters(includePrivateParameters: true);
        }

        try
        {
            return RSA.Create(parameters);
        }
        finally
        {
            foreach (var secret in new[] { parameters.D, parameters.P, parameters.Q, parameters.DP, parameters.DQ, parameters.InverseQ })
            {
                CryptographicOperations.ZeroMemory(secret);
            }
        }
    }

    /// <summary>Puts it back first and looks then: whichever of this and <see cref="Dispose"/> comes last empties the bag.</summary>
    private void Return(ConcurrentBag<RSA> bag, RSA rsa)
    {
        bag.Add(rsa);
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _disposed))
        {
            Drain(bag);
        }
    }

    private static void Drain(ConcurrentBag<RSA> bag)
    {
        while (bag.TryTake(out var rsa))
        {
            rsa.Dispose();
        }
    }
}
