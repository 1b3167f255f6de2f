using Kps.TestSupport;

namespace Kps.Cli.Tests.Registry;

public sealed class FieldCommandTests
{
    private const string Kart = "TCVatandasiKisiKutukleri/TCKKBilgisi";
    private const string Durum = "TCVatandasiKisiKutukleri/KisiBilgisi/DurumBilgisi";
    private const string Cinsiyet = "TCVatandasiKisiKutukleri/KisiBilgisi/TemelBilgisi/Cinsiyet";

    private static readonly string[] Right = ["990001", "BilesikKisiSorgula"];

    private TestDatabase _database = null!;

    [SetUp]
    public async Task SetUp()
    {
        _database = await TestDatabase.CreateAsync();
        await DoneAsync("institution", "add", "990001", "Deneme Hastanesi", "--il", "Şanlıurfa");
    }

    [TearDown]
    public async Task TearDown() => await _database.DisposeAsync();

    [Test]
    public async Task Field_WithheldAndRevoked_BothStandInItsList()
    {
        await EntitleAsync();
        var withheld = await DoneAsync(["entitlement", "field", "withhold", .. Right, "--path", Kart, "--dayanak", "5490 m.45", "--karar-no", "2026/8", "--bitis", "31.01.2027"]);
        var revoked = await DoneAsync(["entitlement", "field", "revoke", .. Right, "--path", Kart]);
        await DoneAsync(["entitlement", "field", "grant", .. Right, "--path", Kart, "--dayanak", "Kurul kararı"]);
        var lines = LinesOf(await DoneAsync(["entitlement", "field", "list", .. Right]));

        Assert.Multiple(() =>
        {
            Assert.That(withheld.Trim(), Is.EqualTo($"Alan kapatıldı: BilesikKisiSorgula {Kart}; 31.01.2027 günü geçse de kapalı kalır"));
            Assert.That(revoked.Trim(), Is.EqualTo($"Karar geri alındı: BilesikKisiSorgula {Kart} (kapatılmıştı)"));
            Assert.That(lines[1], Does.Match($@"^BilesikKisiSorgula\s+alan\s+verilmez\s+geri alındı .*\s31\.01\.2027\s+2026/8\s+{Kart}\s+5490 m\.45$"));
            Assert.That(lines[2], Does.Match($@"^BilesikKisiSorgula\s+alan\s+verilir\s+açık\s+süresiz\s+{Kart}\s+Kurul kararı$"));
        });
    }

    [Test]
    public async Task List_WithoutOperation_ShowsAll()
    {
        await DoneAsync("entitlement", "field", "withhold", "990001", "TcKimlikNoSorgula", "--path", "kriter/AnneAdi", "--arguman", "--dayanak", "x");
        await DoneAsync(["entitlement", "field", "withhold", .. Right, "--path", Kart, "--dayanak", "x"]);

        var all = LinesOf(await DoneAsync("entitlement", "field", "list", "990001"));
        var one = LinesOf(await DoneAsync("entitlement", "field", "list", "990001", "TcKimlikNoSorgula"));

        Assert.Multiple(() =>
        {
            Assert.That(all, Has.Length.EqualTo(3));
            Assert.That(one, Has.Length.EqualTo(2));
            Assert.That(one[1], Does.Match(@"^TcKimlikNoSorgula\s+argüman\s+verilmez\s+açık\s+süresiz\s+kriter/AnneAdi\s+x$"));
        });
    }

    [Test]
    public async Task Grant_OfARecordWithDin_SaysThatDinIsNotInIt()
    {
        await EntitleAsync("--kapsam", "secili");

        var granted = await DoneAsync(["entitlement", "field", "grant", .. Right, "--path", Durum, "--dayanak", "x", "--bitis", "2027-01-31"]);
        var din = await DoneAsync(["entitlement", "field", "grant", .. Right, "--path", Durum + "/Din", "--dayanak", "6698 m.6/3"]);

        Assert.Multiple(() =>
        {
            Assert.That(LinesOf(granted)[0], Is.EqualTo($"Alan verildi: BilesikKisiSorgula {Durum}, son gün 31.01.2027"));
            Assert.That(LinesOf(granted)[1], Does.StartWith($"Bu kararın dışında: {Durum}/Din"));
            Assert.That(LinesOf(din), Has.Length.EqualTo(1));
        });
    }

    [Test]
    public async Task Withhold_OfWhatBreaksSoftware_NeedsItsOption()
    {
        await EntitleAsync();

        var error = await FailedAsync(["entitlement", "field", "withhold", .. Right, "--path", Cinsiyet, "--dayanak", "x"]);
        var withheld = await DoneAsync(["entitlement", "field", "withhold", .. Right, "--path", Cinsiyet, "--dayanak", "x", "--yine-de"]);

        Assert.Multiple(() =>
        {
            Assert.That(error, Does.Contain("KPSService okuyan HBYS yazılımlarını çökertir").And.Contain(Cinsiyet).And.Contain("--yine-de"));
            Assert.That(withheld, Does.StartWith("Alan kapatıldı"));
        });
    }

    [Test]
    public async Task Scope_IsShownAndChanged()
    {
        var added = await EntitleAsync("--kapsam", "secili");
        var before = LinesOf(await DoneAsync("entitlement", "list", "990001"));
        var changed = await DoneAsync(["entitlement", "scope", .. Right, "--kapsam", "tum", "--dayanak", "Kurul kararı"]);
        var error = await FailedAsync(["entitlement", "scope", .. Right, "--kapsam", "secili", "--dayanak", "Kurul kararı"]);

        Assert.Multiple(() =>
        {
            Assert.That(added, Does.Contain("Uyarı").And.Contain(Cinsiyet));
            Assert.That(before, Has.Length.EqualTo(2));
            Assert.That(before[1], Does.Match(@"^BilesikKisiSorgula\s+açık\s+süresiz\s+secili\s+Protokol$"));
            Assert.That(changed.Trim(), Is.EqualTo("Kapsam: BilesikKisiSorgula tum"));
            Assert.That(error, Does.Contain("--yine-de"));
        });
    }

    [Test]
    public async Task EntitlementList_ShowsOpenDecisionsAboutFields()
    {
        await EntitleAsync();
        await DoneAsync(["entitlement", "field", "withhold", .. Right, "--path", Kart, "--dayanak", "5490 m.45"]);

        var lines = LinesOf(await DoneAsync("entitlement", "list", "990001"));

        Assert.That(lines[^1], Does.Match($@"^BilesikKisiSorgula\s+alan\s+verilmez\s+açık\s+süresiz\s+{Kart}\s+5490 m\.45$"));
    }

    [Test]
    public async Task Paths_NameWhatADecisionCanName()
    {
        var lines = LinesOf(await DoneAsync("entitlement", "field", "paths", "BilesikKisiSorgula"));
        var error = await FailedAsync("entitlement", "field", "paths", "YetkiListesi");

        Assert.Multiple(() =>
        {
            Assert.That(lines, Has.Some.Match(@"^argüman\s+kimlikNo\s+long$"));
            Assert.That(lines, Has.Some.Match($@"^alan\s+{Durum}/Din\s+Parametre\s+özel nitelikli"));
            Assert.That(lines, Has.None.Contains("HataBilgisi").And.None.Contains("AdresBilgisi"));
            Assert.That(error.Trim(), Is.EqualTo("YetkiListesi sorgusunun alanları tek tek verilip alınamaz."));
        });
    }

    [Test]
    public async Task Grant_OfWhatIsNotThere_IsRefused()
    {
        await EntitleAsync();

        Assert.That(
            await FailedAsync(["entitlement", "field", "grant", .. Right, "--path", "TCVatandasiKisiKutukleri/Yok", "--dayanak", "x"]),
            Does.StartWith("BilesikKisiSorgula sorgusunun yanıtında böyle bir alan yok"));
        Assert.That(await FailedAsync(["entitlement", "add", .. Right, "--dayanak", "x", "--kapsam", "hepsi"]), Does.Contain("--kapsam tum ya da secili olmalı."));
    }

    private static string[] LinesOf(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private Task<string> EntitleAsync(params string[] more) => DoneAsync(["entitlement", "add", .. Right, "--dayanak", "Protokol", .. more]);

    private async Task<string> DoneAsync(params string[] args)
    {
        var run = await CliRun.OnAsync(_database, null, args);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, string.Empty)));
        return run.Out;
    }

    private async Task<string> FailedAsync(params string[] args)
    {
        var run = await CliRun.OnAsync(_database, null, args);
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Out);
        return run.Error;
    }
}
