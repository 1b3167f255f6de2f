using Kps.Evidence.Exports;
using Kps.TestSupport;

namespace Kps.AuditVerify.Tests.Exports;

/// <summary>Exports of a span of time: whole at both edges, hanging on the newest checkpoint by hashes alone.</summary>
public sealed class SpanTests
{
    private readonly ShiftedTimeProvider _time = new();
    private SealedLog _log = null!;
    private string _export = string.Empty;

    [OneTimeSetUp]
    public async Task SetUp()
    {
        var start = _time.GetUtcNow();
        _log = await SealedLog.StartAsync(_time);
        foreach (var calls in new[] { 200, 150, 20, 20, 20 })
        {
            await _log.AskAsync(calls);
            await _log.SealAsync();
            _time.Advance(TimeSpan.FromHours(1));
        }

        // The third hour alone.
        _export = await SealedLog.ExportAsync(_log.Database.Panel, start.AddMinutes(110), start.AddMinutes(130));
    }

    [OneTimeTearDown]
    public async Task TearDown() => await _log.DisposeAsync();

    [Test]
    public void Span_IsProvenFromATileOnToABatchBeyondIt()
    {
        var manifest = Manifest();
        Assert.That((manifest.FirstLeaf, manifest.EndLeaf, manifest.LeftEdge.Count, manifest.Links.Count), Is.EqualTo((256, 780, 1, 1)));

        Verdict.Of("export", _export, "--key", _log.Key, "--published", _log.Published).IsGood();
    }

    [Test]
    public void OtherLeftEdge_IsFound() => Rewritten(manifest => manifest with { LeftEdge = [manifest.Links[0].Proof[0]] }).IsBadFirst("checkpoint-root", "leaves 256 to");

    [Test]
    public void OtherLink_IsFound() =>
        Rewritten(manifest => manifest with { Links = [manifest.Links[0] with { Proof = [.. manifest.Links[0].Proof.Reverse()] }] }).IsBad("link", "is not proven to go on");

    [Test]
    public void WiderSpanThanWasExported_IsFound() =>
        Rewritten(manifest => manifest with { From = manifest.From!.Value.AddHours(-2) }).IsBad("range", "does not reach beyond the time");

    [Test]
    public void ManifestOfAnotherFormat_IsNotRead()
    {
        var verdict = Rewritten(manifest => manifest with { Format = "kps-export-2" });

        Assert.That((verdict.ExitCode, verdict.Out), Is.EqualTo((2, string.Empty)));
    }

    [Test]
    public void FileChangedAfterwards_IsNamed()
    {
        var copy = Copy();
        var file = Path.Combine(copy, "tile/entries/002");
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);

        var verdict = Verdict.Of("export", copy, "--key", _log.Key);
        verdict.IsBad("file-changed", "tile/entries/002 is not the one that was exported");
        verdict.IsBad("leaf-changed", "leaf 767 ");
    }

    [Test]
    public void MissingFile_IsNamed()
    {
        var copy = Copy();
        File.Delete(Path.Combine(copy, "tile/0/002"));

        Verdict.Of("export", copy, "--key", _log.Key).IsBad("file-missing", "tile/0/002 is not there whole");
    }

    [Test]
    public void NoExport_IsNotRead()
    {
        var verdict = Verdict.Of("export", SealedLog.NewPath("nothing"), "--key", _log.Key);

        Assert.That((verdict.ExitCode, verdict.Out), Is.EqualTo((2, string.Empty)));
        Assert.That(verdict.Error, Does.Contain("is no export that can be read"));
    }

    [TestCase]
    [TestCase("export")]
    [TestCase("export", "x")]
    [TestCase("export", "x", "--key", "name+00000000+AAAA")]
    [TestCase("receipt", "x", "--key", "nothing")]
    public void Misuse_IsNotAVerdict(params string[] args) => Assert.That(Verdict.Of(args).ExitCode, Is.EqualTo(2));

    private ExportManifest Manifest() => ExportManifest.Parse(File.ReadAllBytes(Path.Combine(_export, ExportLayout.Manifest)));

    private Verdict Rewritten(Func<ExportManifest, ExportManifest> change)
    {
        var copy = Copy();
        File.WriteAllBytes(Path.Combine(copy, ExportLayout.Manifest), change(Manifest()).ToUtf8());
        return Verdict.Of("export", copy, "--key", _log.Key);
    }

    private string Copy()
    {
        var copy = SealedLog.NewPath("copy");
        foreach (var file in Directory.EnumerateFiles(_export, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(_export, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }
}
