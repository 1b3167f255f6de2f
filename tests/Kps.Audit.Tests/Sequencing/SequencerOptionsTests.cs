using System.Security.Cryptography;
using Kps.Audit.Sequencing;

namespace Kps.Audit.Tests.Sequencing;

public sealed class SequencerOptionsTests
{
    [Test]
    public void Nothing_LeavesTheSealingToOthers()
    {
        Assert.That(Errors(new SequencerOptions()), Is.Empty);
        Assert.That(new SequencerOptions().IsOn, Is.False);
    }

    [Test]
    public void Whole_IsAccepted()
    {
        Assert.That(Errors(Whole()), Is.Empty);
        Assert.That(Whole().IsOn);
    }

    [Test]
    public void HalfASection_IsNotTakenForOff() =>
        Assert.That(Errors(new SequencerOptions { Origin = "kps.example/denetim" }), Is.EqualTo(new[] { "Sequencer: ConnectionString is missing." }));

    [Test]
    public void Errors_AreReportedTogetherAndQuoteNothing()
    {
        var file = SequencerHost.NewFile("p384.pem");
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP384))
        {
            File.WriteAllText(file, key.ExportPkcs8PrivateKeyPem());
        }

        var options = new SequencerOptions
        {
            ConnectionString = "Host=h;Password=hunter2",
            SigningKeyFile = file,
            Origin = "with blank",
            PublishedFile = " ",
            Interval = TimeSpan.FromSeconds(3),
        };
        var errors = Errors(options);
        Assert.That(errors, Has.Count.EqualTo(5));
        Assert.That(errors, Has.None.Contains("hunter2"));
    }

    [TestCase("")]
    [TestCase("/nowhere/seal.pem")]
    public void MissingKey_IsAnError(string file)
    {
        var options = Whole();
        options.SigningKeyFile = file;
        Assert.That(Errors(options), Has.Count.EqualTo(1));
    }

    [Test]
    public void PublishedFile_NeedsItsDirectory()
    {
        var options = Whole();
        options.PublishedFile = "/nowhere/published";
        Assert.That(Errors(options), Is.EqualTo(new[] { "Sequencer: PublishedFile: its directory does not exist." }));
    }

    private static SequencerOptions Whole() => new()
    {
        ConnectionString = "Host=h;Database=d;Username=u",
        SigningKeyFile = SequencerHost.KeyFile,
        Origin = SequencerHost.Origin,
        PublishedFile = "published",
    };

    private static List<string> Errors(SequencerOptions options) => [.. new SequencerOptionsValidator().Validate(null, options).Failures ?? []];
}
