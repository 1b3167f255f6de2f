using System.Globalization;
using Kps.Audit.Retention;
using Kps.Evidence.Exports;
using Kps.TestSupport;

namespace Kps.AuditVerify.Tests.Exports;

/// <summary>Months that were destroyed after their term: the hole is accepted where an act in the tree tells of it, and nowhere else.</summary>
public sealed class DestroyedTests
{
    private readonly ShiftedTimeProvider _time = new();
    private SealedLog _log = null!;
    private DateOnly _month;

    [OneTimeSetUp]
    public async Task SetUp()
    {
        var now = _time.GetUtcNow();
        _month = new DateOnly(now.Year - 9, now.Month, 1);
        _time.Advance(new DateTimeOffset(_month.Year, _month.Month, 12, 12, 0, 0, TimeSpan.Zero) - now);
        _log = await SealedLog.StartAsync(_time, string.Create(CultureInfo.InvariantCulture, $"""
            SET ROLE kps_owner; SET TimeZone = 'UTC';
            CREATE TABLE audit.entry_{_month:yyyy_MM} (LIKE audit.entry INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE);
            ALTER TABLE audit.entry ATTACH PARTITION audit.entry_{_month:yyyy_MM} FOR VALUES FROM ('{_month:yyyy-MM-dd}') TO ('{_month.AddMonths(1):yyyy-MM-dd}');
            """));
        await _log.AskAsync(200);

        // The last batch of the month has the first rows after it, nine years later.
        _time.Advance(now - _time.GetUtcNow());
        await _log.AskAsync(60);
        await _log.SealAsync();
        await using var keeper = new MonthKeeper(_log.Database.Retention, 8, TimeProvider.System);
        var destroyed = await keeper.DestroyAsync(_month, "test@host", "Süresi doldu", CancellationToken.None);
        Assert.That(destroyed.Rows, Is.GreaterThanOrEqualTo(400));
        await _log.SealAsync();
    }

    [OneTimeTearDown]
    public async Task TearDown() => await _log.DisposeAsync();

    [Test]
    public async Task DestroyedMonth_IsGood()
    {
        var verdict = await _log.VerifyAsync("--published", _log.Published);

        verdict.IsGood();
        Assert.That(verdict.Out, Does.Match(@"destroyed    40\d leaves of months whose term had passed"));
    }

    [Test]
    public async Task HoleWithoutItsAct_IsFound() =>
        (await RewrittenAsync(manifest => manifest with { Acts = [] })).IsBadFirst("leaf-destroyed", "no proven act says that month");

    [Test]
    public async Task HoleThatIsTooWide_IsFound() =>
        (await RewrittenAsync(manifest => manifest with { Destroyed = [.. manifest.Destroyed, new ExportDestroyed(430, 440, manifest.Destroyed[0].Month, manifest.Destroyed[0].IslemNo)] }))
            .IsBad("leaf-destroyed", "more leaves of .* are gone than the 40. rows");

    [Test]
    public async Task ActProvenOtherwise_IsFound() =>
        (await RewrittenAsync(manifest => manifest with { Acts = [manifest.Acts[0] with { Leaf = manifest.Acts[0].Leaf - 1 }] })).IsBad("act", "is not proven to be in the log");

    private async Task<Verdict> RewrittenAsync(Func<ExportManifest, ExportManifest> change)
    {
        var export = await _log.ExportAsync();
        var file = Path.Combine(export, ExportLayout.Manifest);
        await File.WriteAllBytesAsync(file, change(ExportManifest.Parse(await File.ReadAllBytesAsync(file))).ToUtf8());
        return Verdict.Of("export", export, "--key", _log.Key);
    }
}
