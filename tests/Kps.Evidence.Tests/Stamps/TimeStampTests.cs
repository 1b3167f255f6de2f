using System.Security.Cryptography;
using System.Text;
using Kps.Evidence.Stamps;

namespace Kps.Evidence.Tests.Stamps;

internal sealed class TimeStampTests
{
    private static readonly DateTimeOffset At = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Data = Encoding.UTF8.GetBytes("kps.example/denetim\n1\n…\n");

    [Test]
    public void Stamp_Holds()
    {
        using var tsa = new ForgedTsa(At.AddDays(-10), At.AddDays(10));
        var stamp = tsa.Stamp(Data, At);

        Assert.That(stamp.Verify(Data, tsa.Roots), Is.EqualTo(new TimeStampVerdict(TimeStampFault.None)));
        Assert.That(stamp.GenTime, Is.EqualTo(At));
        Assert.That(stamp.SignerNotAfter, Is.EqualTo(At.AddDays(10)));
        Assert.That(stamp.Policy, Is.EqualTo("1.2.3.4"));
        Assert.That(stamp.Serial, Is.EqualTo("07"));
        Assert.That(stamp.Signer, Is.EqualTo("CN=Damga"));
        Assert.That(stamp.Accuracy, Is.Null);
        Assert.That(TimeStamp.Parse(stamp.Token).Verify(Data, tsa.Roots).IsValid);
    }

    [Test]
    public void OtherBytes_AreTold()
    {
        using var tsa = new ForgedTsa(At.AddDays(-10), At.AddDays(10));

        Assert.That(tsa.Stamp(Data, At).Verify([.. Data, 1], tsa.Roots).Fault, Is.EqualTo(TimeStampFault.OtherData));
    }

    [Test]
    public void RootsOfSomebodyElse_AreTold()
    {
        using var tsa = new ForgedTsa(At.AddDays(-10), At.AddDays(10));
        using var other = new ForgedTsa(At.AddDays(-10), At.AddDays(10));

        Assert.That(tsa.Stamp(Data, At).Verify(Data, other.Roots).Fault, Is.EqualTo(TimeStampFault.Untrusted));
    }

    [TestCase(-11)]
    [TestCase(11)]
    public void Certificate_MustBeGoodAtTheTime(int days)
    {
        using var tsa = new ForgedTsa(At.AddDays(-10), At.AddDays(10));

        Assert.That(tsa.Stamp(Data, At.AddDays(days)).Verify(Data, tsa.Roots).Fault, Is.EqualTo(TimeStampFault.BadSignature));
    }

    [Test]
    public void Certificate_MayHaveExpiredSince()
    {
        using var tsa = new ForgedTsa(At.AddYears(-20), At.AddYears(-19));

        Assert.That(tsa.Stamp(Data, At.AddYears(-20).AddDays(5)).Verify(Data, tsa.Roots).IsValid);
    }

    [TestCase(false, "1.3.6.1.5.5.7.3.8")]
    [TestCase(true, "1.3.6.1.5.5.7.3.1")]
    [TestCase(true, "1.3.6.1.5.5.7.3.8", "1.3.6.1.5.5.7.3.1")]
    [TestCase(true, "2.5.29.37.0")]
    public void Purpose_IsStampingAloneAndCritical(bool isCritical, params string[] purposes)
    {
        using var tsa = new ForgedTsa(At.AddDays(-10), At.AddDays(10), isCritical, purposes);

        Assert.That(tsa.Stamp(Data, At).Verify(Data, tsa.Roots).Fault, Is.EqualTo(TimeStampFault.WrongPurpose));
    }

    [Test]
    public void Sha1_IsNotTaken()
    {
        using var tsa = new ForgedTsa(At.AddDays(-10), At.AddDays(10));
        var stamp = TimeStamp.Parse(tsa.Token(new byte[20], At, "1.3.14.3.2.26"));

        Assert.That(stamp.Verify(Data, tsa.Roots).Fault, Is.EqualTo(TimeStampFault.WeakHash));
    }

    [TestCase(0x01)]
    [TestCase(0x80)]
    [TestCase(0xff)]
    public void ChangedByte_NeverChangesWhatIsBelieved(int bits)
    {
        using var tsa = new ForgedTsa(At.AddDays(-10), At.AddDays(10));
        var right = tsa.Stamp(Data, At);
        var refused = 0;
        for (var index = 0; index < right.Token.Length; index++)
        {
            var changed = right.Token.ToArray();
            changed[index] ^= (byte)bits;
            if (!TryVerify(changed, tsa.Roots, out var stamp))
            {
                refused++;
                continue;
            }

            // A few bytes of CMS say nothing and are signed by nobody, such as the list of digests.
            Assert.That((stamp.GenTime, stamp.Serial, stamp.Policy, stamp.Signer, stamp.SignerNotAfter), Is.EqualTo((right.GenTime, right.Serial, right.Policy, right.Signer, right.SignerNotAfter)), $"byte {index}");
        }

        Assert.That(refused, Is.GreaterThan(right.Token.Length * 9 / 10));
    }

    [Test]
    public void AnotherSignersName_IsRefused()
    {
        using var tsa = new ForgedTsa(At.AddDays(-10), At.AddDays(10));

        Assert.That(TimeStamp.Parse(tsa.Token(SHA256.HashData(Data), At, namesOther: true)).Verify(Data, tsa.Roots).Fault, Is.EqualTo(TimeStampFault.BadSignature));
    }

    [Test]
    public void TokenWithoutCertificate_IsRefused()
    {
        using var tsa = new ForgedTsa(At.AddDays(-10), At.AddDays(10));

        Assert.That(() => TimeStamp.Parse(tsa.Token(SHA256.HashData(Data), At, withCertificate: false)), Throws.InstanceOf<FormatException>());
    }

    [TestCase(0)]
    [TestCase(100)]
    [TestCase(TimeStamp.MaxTokenBytes + 1)]
    public void Rubbish_IsAFormatError(int length) =>
        Assert.That(() => TimeStamp.Parse(new byte[length]), Throws.InstanceOf<FormatException>());

    [Test]
    public void Trailing_IsAFormatError()
    {
        using var tsa = new ForgedTsa(At.AddDays(-10), At.AddDays(10));

        Assert.That(() => TimeStamp.Parse((byte[])[.. tsa.Token(SHA256.HashData(Data), At), 0]), Throws.InstanceOf<FormatException>());
    }

    [TestCase("")]
    [TestCase("no certificate")]
    [TestCase("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void Roots_MustBeThere(string pem) => Assert.That(() => TsaRoots.FromPem(pem), Throws.InstanceOf<FormatException>());

    [Test]
    public void Roots_NeedARoot()
    {
        using var tsa = new ForgedTsa(At.AddDays(-10), At.AddDays(10));

        Assert.That(() => TsaRoots.FromPem(tsa.Certificate.ExportCertificatePem()), Throws.InstanceOf<FormatException>());
    }

    private static bool TryVerify(byte[] token, TsaRoots roots, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TimeStamp? stamp)
    {
        try
        {
            stamp = TimeStamp.Parse(token);
            return stamp.Verify(Data, roots).IsValid;
        }
        catch (FormatException)
        {
            stamp = null;
            return false;
        }
    }
}
