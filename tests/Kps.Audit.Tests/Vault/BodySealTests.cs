using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Kps.Audit.Vault;

namespace Kps.Audit.Tests.Vault;

public sealed class BodySealTests
{
    private readonly IslemNo _islemNo = SampleCalls.Process().IslemNumbers.Next();

    [Test]
    public void Sealed_text_opens() => Prop.ForAll<byte[]>(plain =>
    {
        using var key = SampleCalls.BodyKey();
        var text = BodySeal.Unseal(key, _islemNo, AuditKind.Closed, Seal(key, plain ?? []));
        return text.Codec == SealedText.BinaryXml && text.Plain.Span.SequenceEqual(plain);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Body_of_another_row_does_not_open()
    {
        using var key = SampleCalls.BodyKey();
        var body = Seal(key, [1, 2, 3]);
        var process = SampleCalls.Process();
        process.IslemNumbers.Next();
        var other = process.IslemNumbers.Next();
        Assert.That(() => BodySeal.Unseal(key, other, AuditKind.Closed, body), Throws.InstanceOf<CryptographicException>());
        Assert.That(() => BodySeal.Unseal(key, _islemNo, AuditKind.Opened, body), Throws.InstanceOf<CryptographicException>());
    }

    [Test]
    public void Body_does_not_open_under_another_key()
    {
        using var key = SampleCalls.BodyKey();
        using var sameId = new VaultKey(key.Id, new byte[32]);
        using var otherId = SampleCalls.SubjectKey();
        var body = Seal(key, [1, 2, 3]);
        Assert.That(() => BodySeal.Unseal(sameId, _islemNo, AuditKind.Closed, body), Throws.InstanceOf<CryptographicException>());
        Assert.That(() => BodySeal.Unseal(otherId, _islemNo, AuditKind.Closed, body), Throws.InstanceOf<CryptographicException>());
    }

    [Test]
    public void Every_changed_byte_is_noticed()
    {
        using var key = SampleCalls.BodyKey();
        var body = Seal(key, [1, 2, 3]);
        for (var position = 0; position < body.Length; position++)
        {
            var changed = body.ToArray();
            changed[position] ^= 1;
            Assert.That(
                () => BodySeal.Unseal(key, _islemNo, AuditKind.Closed, changed),
                Throws.InstanceOf<CryptographicException>().Or.TypeOf<FormatException>(), $"byte {position}");
        }
    }

    [Test]
    public void Nonces_carry_the_prefix_and_never_repeat()
    {
        var first = new NonceSequence(0xABCDEF, SampleCalls.Noon);
        var nonces = Enumerable.Range(0, 1000).Select(_ => Next(first)).ToList();
        Assert.That(nonces.Distinct().Count(), Is.EqualTo(1000));
        Assert.That(nonces, Has.All.StartWith("00abcdef"));
        var afterRestore = new NonceSequence(0xABCDEF, SampleCalls.Noon.AddSeconds(1));
        Assert.That(nonces, Has.No.Member(Next(afterRestore)));
    }

    [Test]
    public void Threads_share_a_key_without_mixing_texts()
    {
        using var key = SampleCalls.BodyKey();
        var nonces = SampleCalls.Process().Nonces;
        Parallel.For(0, 2000, index =>
        {
            var plain = BitConverter.GetBytes(index);
            var body = new byte[plain.Length + BodySeal.Overhead];
            BodySeal.Seal(key, nonces, _islemNo, AuditKind.Closed, new SealedText(plain, 1), body);
            var text = BodySeal.Unseal(key, _islemNo, AuditKind.Closed, body);
            Assert.That(BitConverter.ToInt32(text.Plain.Span), Is.EqualTo(index));
        });
    }

    private static string Next(NonceSequence nonces)
    {
        var nonce = new byte[BodySeal.NonceBytes];
        nonces.Next(nonce);
        return Convert.ToHexStringLower(nonce);
    }

    private byte[] Seal(VaultKey key, byte[] plain)
    {
        var body = new byte[plain.Length + BodySeal.Overhead];
        Assert.That(
            BodySeal.Seal(key, SampleCalls.Process().Nonces, _islemNo, AuditKind.Closed, new SealedText(plain, SealedText.BinaryXml), body),
            Is.EqualTo(body.Length));
        return body;
    }
}
