using System.Diagnostics;
using System.Security.Cryptography;
using Kps.Evidence.Notes;
using Kps.Evidence.Trees;

namespace Kps.Evidence.Tests.Notes;

public sealed class SignedNoteTests
{
    private const string Origin = "kps.example/denetim";

    private static readonly Checkpoint Head = new(Origin, 20_852_163, TreeHash.OfLeaf("a root"u8));

    [Test]
    public void Checkpoint_SurvivesSigningAndReading()
    {
        using var key = EcdsaNoteKey.Create();
        using var verifier = NoteVerifier.Of(Origin, key.PublicKey.Span);
        var note = SignedNote.Parse(Head.Sign(key).ToString());
        Assert.That(verifier.Verifies(note));
        Assert.That(Checkpoint.Of(note), Is.EqualTo(Head));
        using var copy = NoteVerifier.Parse(verifier.ToString());
        Assert.That(copy.Verifies(note));
    }

    [Test]
    public void Note_ManySignedIsAcceptedUnlessOursIsWrong()
    {
        using var key = EcdsaNoteKey.Create();
        using var witness = EcdsaNoteKey.Create();
        using var verifier = NoteVerifier.Of(Origin, key.PublicKey.Span);
        var ours = Head.Sign(key).Signatures[0];
        var theirs = SignedNote.Sign(Head.Text, "witness.example/w1", witness).Signatures[0];
        var forged = ours with { Value = theirs.Value };

        SignedNote With(params NoteSignature[] signatures) =>
            SignedNote.Parse($"{Head.Text}\n{string.Concat(signatures.Select(signature => signature + "\n"))}");

        Assert.That(verifier.Verifies(With(theirs, ours)));
        Assert.That(verifier.Verifies(With([.. Enumerable.Repeat(theirs, 15), ours])));
        Assert.That(verifier.Verifies(With(theirs)), Is.False);
        Assert.That(verifier.Verifies(With(ours, forged)), Is.False);
    }

    [TestCase("")]
    [TestCase("text\n")]
    [TestCase("text\n\n")]
    [TestCase("text\n\n— name")]
    [TestCase("text\n\n— name AAAAAAA=")]
    [TestCase("text\n\n— name AAAAAAA=\nmore")]
    [TestCase("text\n\n- name AAAAAAA=\n")]
    [TestCase("text\n\n— na+me AAAAAAA=\n")]
    [TestCase("text\n\n—  AAAAAAA=\n")]
    [TestCase("text\n\n— name AAAAAA==\n")]
    [TestCase("text\n\n— name AAAAAAB=\n")]
    [TestCase("text\n\n— name AAAA AAA=\n")]
    [TestCase("te\txt\n\n— name AAAAAAA=\n")]
    [TestCase("te\rxt\n\n— name AAAAAAA=\n")]
    [TestCase("te\ud800xt\n\n— name AAAAAAA=\n")]
    [TestCase("\n\n— name AAAAAAA=\n")]
    public void Note_ThatIsNoneIsRefused(string note) => Assert.That(() => SignedNote.Parse(note), Throws.TypeOf<FormatException>());

    [Test]
    public void Note_BeyondItsLimitsIsRefused()
    {
        const string Line = "— name AAAAAAA=\n";
        Assert.That(SignedNote.Parse("text\n\n" + string.Concat(Enumerable.Repeat(Line, 64))).Signatures, Has.Count.EqualTo(64));
        Assert.That(() => SignedNote.Parse("text\n\n" + string.Concat(Enumerable.Repeat(Line, 65))), Throws.TypeOf<FormatException>());
        Assert.That(() => SignedNote.Parse(new string('x', SignedNote.MaxLength) + "\n\n" + Line), Throws.TypeOf<FormatException>());
    }

    [Test]
    public void Text_MayHoldEmptyLines()
    {
        var note = SignedNote.Parse("one\n\ntwo\n\n— name AAAAAAA=\n");
        Assert.That(note.Text, Is.EqualTo("one\n\ntwo\n"));
        Assert.That(() => Checkpoint.Of(note), Throws.TypeOf<FormatException>());
    }

    [TestCase("kps.example/denetim\n01\n{0}\n")]
    [TestCase("kps.example/denetim\n+1\n{0}\n")]
    [TestCase("kps.example/denetim\n-1\n{0}\n")]
    [TestCase("kps.example/denetim\n 1\n{0}\n")]
    [TestCase("kps.example/denetim\n9223372036854775808\n{0}\n")]
    [TestCase("kps.example/denetim\n1\nAAAA\n")]
    [TestCase("kps.example/denetim\n1\n")]
    [TestCase("kps example/denetim\n1\n{0}\n")]
    [TestCase("\n1\n{0}\n")]
    public void Checkpoint_ThatIsNoneIsRefused(string text)
    {
        var note = SignedNote.Parse(text.Replace("{0}", TreeHash.Empty.ToString(), StringComparison.Ordinal) + "\n— name AAAAAAA=\n");
        Assert.That(() => Checkpoint.Of(note), Throws.TypeOf<FormatException>());
    }

    [Test]
    public void Checkpoint_ExtensionLinesArePassedOver()
    {
        var note = SignedNote.Parse($"{Head.Text}an extension\n\n— name AAAAAAA=\n");
        Assert.That(Checkpoint.Of(note), Is.EqualTo(Head));
    }

    [TestCase("")]
    [TestCase("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")]
    public void Key_ThatIsNoneIsRefused(string pem) => Assert.That(() => EcdsaNoteKey.FromPem(pem), Throws.TypeOf<CryptographicException>());

    [Test]
    public void Key_OfAnotherCurveOrWithoutItsPrivateHalfIsRefused()
    {
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var p256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.That(() => EcdsaNoteKey.FromPem(p384.ExportPkcs8PrivateKeyPem()), Throws.TypeOf<CryptographicException>());
        Assert.That(() => EcdsaNoteKey.FromPem(p256.ExportSubjectPublicKeyInfoPem()), Throws.TypeOf<CryptographicException>());
        Assert.That(() => NoteVerifier.Of(Origin, p384.ExportSubjectPublicKeyInfo()), Throws.TypeOf<FormatException>());
    }

    /// <summary>An auditor needs nothing of ours to check a checkpoint's signature.</summary>
    [Test]
    public async Task Checkpoint_IsVerifiedByOpenssl()
    {
        var directory = Directory.CreateTempSubdirectory("kps-note-");
        try
        {
            var file = (string name) => Path.Combine(directory.FullName, name);
            Assert.That(await OpensslAsync("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", file("key.pem")), Is.Zero);
            Assert.That(await OpensslAsync("pkey", "-in", file("key.pem"), "-pubout", "-out", file("public.pem")), Is.Zero);
            using var key = EcdsaNoteKey.FromPem(await File.ReadAllTextAsync(file("key.pem")));
            var note = Head.Sign(key);
            await File.WriteAllTextAsync(file("text"), note.Text);
            await File.WriteAllBytesAsync(file("signature"), note.Signatures[0].Value.ToArray());
            string[] verify = ["dgst", "-sha256", "-verify", file("public.pem"), "-signature", file("signature"), file("text")];
            Assert.That(await OpensslAsync(verify), Is.Zero);
            await File.AppendAllTextAsync(file("text"), "x");
            Assert.That(await OpensslAsync(verify), Is.Not.Zero);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<int> OpensslAsync(params string[] arguments)
    {
        var info = new ProcessStartInfo("openssl") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        using var process = Process.Start(info)!;
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
