using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;
using Kps.Audit.Anchoring;
using Kps.Contracts;

namespace Kps.Audit.Tests.Anchoring;

/// <summary>The header as the public descriptions have it; the service itself was never asked.</summary>
internal sealed class KamuSmIdentityTests
{
    [Test]
    public void Header_HoldsTheDigestUnderTheCustomersPassword()
    {
        var digest = SHA256.HashData("x"u8);
        var sequence = new AsnReader(Convert.FromHexString(KamuSmIdentity.Make(123456, new Secret("şifre"), digest)), AsnEncodingRules.DER).ReadSequence();
        Assert.That(sequence.TryReadInt64(out var customer));
        var salt = sequence.ReadOctetString();
        Assert.That(sequence.TryReadInt32(out var iterations));
        var iv = sequence.ReadOctetString();
        var encrypted = sequence.ReadOctetString();
        Assert.That(sequence.HasData, Is.False);

        using var aes = Aes.Create();
        aes.Key = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes("şifre"), salt, iterations, HashAlgorithmName.SHA256, 32);
        Assert.That((customer, iterations, salt.Length), Is.EqualTo((123456L, 100, 16)));
        Assert.That(aes.DecryptCbc(encrypted, iv), Is.EqualTo(digest));
    }

    [Test]
    public void Header_IsNewEachTime() =>
        Assert.That(KamuSmIdentity.Make(1, new Secret("a"), new byte[32]), Is.Not.EqualTo(KamuSmIdentity.Make(1, new Secret("a"), new byte[32])));
}
