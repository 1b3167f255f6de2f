using System.Security.Cryptography;
using Kps.Gateway.Call.Tokens;

namespace Kps.Gateway.Tests.Call.Tokens;

internal sealed class SigningKeyTests
{
    private static readonly byte[] Data = [1, 2, 3];

    [Test]
    public void Fingerprint_IsThatOfThePublicKey()
    {
        using var rsa = RSA.Create(SigningKey.Bits);
        using var key = new SigningKey(1, rsa.ExportPkcs8PrivateKey());

        Assert.That(key.Fingerprint, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo()))));
    }

    [Test]
    public void DisposedKey_SignsForWhoHoldsIt_AndKeepsNothing()
    {
        using var rsa = RSA.Create(SigningKey.Bits);
        var key = new SigningKey(1, rsa.ExportPkcs8PrivateKey());
        key.Sign(Data);
        Assert.That(key.Idle, Is.EqualTo(1));
        key.Dispose();
        Assert.That(key.Idle, Is.Zero);

        Assert.That(rsa.VerifyData(Data, key.Sign(Data), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Assert.That(key.Idle, Is.Zero);
    }

    [Test]
    public async Task KeyDisposedOfAmongCalls_KeepsNothing()
    {
        using var rsa = RSA.Create(SigningKey.Bits);
        var key = new SigningKey(1, rsa.ExportPkcs8PrivateKey());
        var calls = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var times = 0; times < 25; times++)
            {
                key.Sign(Data);
            }
        })).ToList();
        key.Sign(Data);
        key.Dispose();
        await Task.WhenAll(calls);

        Assert.That(key.Idle, Is.Zero);
    }
}
