using Kps.Audit.Anchoring;
using Kps.Audit.Sequencing;
using Kps.Audit.Tests.Sequencing;
using Kps.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kps.Audit.Tests.Anchoring;

internal sealed class AnchoringOptionsTests
{
    private LocalTsa _tsa = null!;

    [OneTimeSetUp]
    public async Task StartAuthority() => _tsa = await LocalTsa.StartNewAsync();

    [OneTimeTearDown]
    public async Task StopAuthority() => await _tsa.DisposeAsync();

    [Test]
    public void Nothing_IsOff()
    {
        var options = new AnchoringOptions();

        Assert.That(Errors(options, isSequencing: false), Is.Empty);
        Assert.That(options.IsStamping || options.IsCopying || options.KamuSmIdentity, Is.False);
    }

    [Test]
    public void Whole_IsAccepted() => Assert.That(Errors(Whole()), Is.Empty);

    [Test]
    public void NodeThatDoesNotSeal_IsRefused() =>
        Assert.That(Errors(Whole(), isSequencing: false), Is.EqualTo(new[] { "Anchoring: Sequencer:ConnectionString is missing: the node that seals is the one that has checkpoints stamped and copied." }));

    [Test]
    public void Errors_AreReportedTogetherAndQuoteNoPassword()
    {
        var password = SequencerHost.NewFile("password");
        File.WriteAllText(password, "hunter2\nhunter3");
        var errors = Errors(new AnchoringOptions
        {
            TsaUrl = new Uri("http://tsa.example/"),
            TrustedCertificatesFile = password,
            TsaUser = "a:b",
            TsaPasswordFile = password,
            TsaPolicy = "x",
            KamuSmIdentity = true,
            Interval = TimeSpan.Zero,
            Timeout = TimeSpan.Zero,
            LagLimit = TimeSpan.Zero,
            RenewBefore = TimeSpan.Zero,
            SecondPlace = "/nowhere/at/all",
            SecondPlaceInterval = TimeSpan.Zero,
        });

        Assert.That(errors, Has.Count.EqualTo(12));
        Assert.That(errors, Has.None.Contains("hunter").And.All.StartsWith("Anchoring: "));
    }

    [Test]
    public void HalfASection_IsNotTakenForOff()
    {
        Assert.That(Errors(new AnchoringOptions { TrustedCertificatesFile = "x" }), Is.EqualTo(new[] { "Anchoring: TsaUrl is missing." }));
        Assert.That(Errors(new AnchoringOptions { KamuSmIdentity = true }), Is.EqualTo(new[] { "Anchoring: TsaUrl is missing." }));
    }

    [Test]
    public void PlainHttp_IsForWhoAsksForIt()
    {
        var options = Whole();
        options.TsaUrl = new Uri("http://tsa.example/");
        options.SecondPlace = "http://second.example/";
        Assert.That(Errors(options), Has.Count.EqualTo(2));
        options.AllowPlainHttp = true;
        Assert.That(Errors(options), Is.Empty);
    }

    [Test]
    public void UnknownKey_IsRefused()
    {
        var services = new ServiceCollection();
        services.AddKpsSequencer(new ConfigurationBuilder().Build());
        services.AddKpsAnchoring(new ConfigurationBuilder().AddInMemoryCollection([new("TsaURI", "https://tsa.example/")]).Build());
        using var provider = services.BuildServiceProvider();

        Assert.That(() => provider.GetRequiredService<IOptions<AnchoringOptions>>().Value, Throws.InstanceOf<InvalidOperationException>());
    }

    private AnchoringOptions Whole() => new() { TsaUrl = new Uri("https://tsa.example/"), TrustedCertificatesFile = _tsa.RootFile, SecondPlace = Path.GetTempPath() };

    private static List<string> Errors(AnchoringOptions options, bool isSequencing = true) =>
        [.. new AnchoringOptionsValidator(Options.Create(new SequencerOptions { ConnectionString = isSequencing ? "Host=h" : "" })).Validate(null, options).Failures ?? []];
}
