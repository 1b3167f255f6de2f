using Kps.Evidence.Notes;

namespace Kps.Evidence.Tests.Notes;

/// <summary>Checkpoints of public logs that sign with ECDSA, with the verifier keys under which Go's tools accept them.</summary>
public sealed class PublishedNoteTests
{
    private const string RekorKey =
        "rekor.sigstore.dev+c0d23d6a+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNhtmPtrWm3U1eQXBogSMdGvXwBcK5AW5i0hrZLOC96l+smGNM7nwZ4QvFK/4sueRoVj//QP22Ni4Qt9DPfkWLc=";

    private const string RekorNote =
        "Rekor\n798034\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=\n\n— rekor.sigstore.dev "
        + "wNI9ajBEAiARInWIWyCdyG27CO6LPnPekyw20qO0YJfoaPaowGp/XgIgc+qEHS3+GKVClgqq20uDLet7MCoTURUCRdxwWBHHufk=\n";

    private const string PixelKey =
        "pixel6_transparency_log+91c16e30+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABN+4x0Jk1yTwvLFI9A4NDdGZcX0aiWVdWM5XJVy0M4VWD3AvyW5Q6Hs9A0mcDkpUoYgn+KKPNzFC0H3nN3q6JQ8=";

    private const string PixelNote =
        "DEFAULT\n10\nbsWRucJU5xJPHb5eBdOm6+DM+VelCZBuvtI3sHERJ9Y=\n\n— pixel6_transparency_log "
        + "kcFuMDBFAiEAhqMAP8P6qf6QxtUJhzMhbN+MbZ9dwfUHzGQJmffJHtoCIGD0cNe47dHWBoPwYdgBCepB06/+g5O1FmYjXl06owL4\n";

    [TestCase(RekorKey, RekorNote, "Rekor", 798_034)]
    [TestCase(PixelKey, PixelNote, "DEFAULT", 10)]
    public void Note_OfAPublicLogVerifies(string key, string text, string origin, long size)
    {
        using var verifier = NoteVerifier.Parse(key);
        var note = SignedNote.Parse(text);
        var checkpoint = Checkpoint.Of(note);
        Assert.Multiple(() =>
        {
            Assert.That(verifier.Verifies(note));
            Assert.That(verifier.ToString(), Is.EqualTo(key));
            Assert.That(note.ToString(), Is.EqualTo(text));
            Assert.That((checkpoint.Origin, checkpoint.Size), Is.EqualTo((origin, size)));
            Assert.That(checkpoint.Text, Is.EqualTo(note.Text));
        });
    }

    [TestCase(RekorKey, PixelNote)]
    [TestCase(PixelKey, RekorNote)]
    public void Note_OfAnotherKeyDoesNot(string key, string text)
    {
        using var verifier = NoteVerifier.Parse(key);
        Assert.That(verifier.Verifies(SignedNote.Parse(text)), Is.False);
    }

    [Test]
    public void Note_WithAnotherTextOrNameDoesNot()
    {
        using var verifier = NoteVerifier.Parse(RekorKey);
        using var renamed = NoteVerifier.Parse("bananas" + RekorKey);
        Assert.That(verifier.Verifies(SignedNote.Parse(RekorNote.Replace("798034", "798035", StringComparison.Ordinal))), Is.False);
        Assert.That(renamed.Verifies(SignedNote.Parse(RekorNote)), Is.False);
    }

    [TestCase("rekor.sigstore.dev+12344556")]
    [TestCase("rekor.sigstore.dev+12345678+THIS_IS_NOT_BASE64!")]
    [TestCase("rekor.sigstore.dev+12345678+AwEB")]
    [TestCase("rekor.sigstore.dev+00000000+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNhtmPtrWm3U1eQXBogSMdGvXwBcK5AW5i0hrZLOC96l+smGNM7nwZ4QvFK/4sueRoVj//QP22Ni4Qt9DPfkWLc=")]
    [TestCase("rekor.sigstore.dev+C0D23D6A+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNhtmPtrWm3U1eQXBogSMdGvXwBcK5AW5i0hrZLOC96l+smGNM7nwZ4QvFK/4sueRoVj//QP22Ni4Qt9DPfkWLc=")]
    [TestCase("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [TestCase("")]
    public void Key_ThatIsNoneIsRefused(string key) => Assert.That(() => NoteVerifier.Parse(key), Throws.TypeOf<FormatException>());
}
