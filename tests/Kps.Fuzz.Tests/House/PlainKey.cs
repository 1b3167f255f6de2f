using System.Security.Cryptography;
using Kps.Audit;

namespace Kps.Fuzz.Tests.House;

/// <summary>A master key that wraps nothing: the key it stands in front of is that of the golden tokens, which signs nothing anybody trusts.</summary>
internal sealed class PlainKey : IMasterKey
{
    public const string Name = "acik";

    public string Id => Name;

    /// <summary>The key that signed the tokens of the corpus.</summary>
    public static byte[] OfTheCorpus()
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(Path.Combine(FuzzRun.Root(), "tests", "golden", "tokens", "signing-key.pem")));
        return rsa.ExportPkcs8PrivateKey();
    }

    /// <summary>Its name in the registry.</summary>
    public static string FingerprintOfTheCorpus()
    {
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(OfTheCorpus(), out _);
        return Convert.ToHexStringLower(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo()));
    }

    public ValueTask<byte[]> WrapAsync(ReadOnlyMemory<byte> dataKey, CancellationToken ct) => new(dataKey.ToArray());

    public ValueTask<byte[]> UnwrapAsync(ReadOnlyMemory<byte> wrapped, CancellationToken ct) => new(wrapped.ToArray());
}
