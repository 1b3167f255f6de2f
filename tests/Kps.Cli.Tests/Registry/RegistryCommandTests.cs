using System.Globalization;
using System.Text.RegularExpressions;
using Kps.Contracts;
using Kps.TestSupport;

namespace Kps.Cli.Tests.Registry;

public sealed partial class RegistryCommandTests
{
    private static readonly string UserName = Tckn.FromFirstNine(123_456_789).Value.ToString(CultureInfo.InvariantCulture);

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
    public async Task Institution_DisabledAndEnabled_IsListedEitherWay()
    {
        var disabled = await DoneAsync("institution", "disable", "990001");
        var listed = await DoneAsync("institution", "list");
        await DoneAsync("institution", "enable", "990001");

        Assert.Multiple(() =>
        {
            Assert.That(disabled.Trim(), Is.EqualTo("990001 Deneme Hastanesi: Kapali"));
            Assert.That(LinesOf(listed), Is.EqualTo(new[] { "Kurum kodu  Durum   İl         Ad", "990001      Kapali  Şanlıurfa  Deneme Hastanesi" }));
        });
    }

    [Test]
    public async Task Institution_AddedTwice_IsRefusedInTurkish()
    {
        var error = await FailedAsync("institution", "add", "990001", "Başka", "--il", "Ankara");

        Assert.That(error, Does.StartWith("Bu kurum kodu zaten kayıtlı"));
    }

    [Test]
    public async Task User_Added_ShowsPasswordOnceAndMasksTheNumber()
    {
        var added = await DoneAsync("user", "add", UserName, "--kurum", "990001", "--ad", "Işıl", "--soyad", "İnce");
        var listed = await DoneAsync("user", "list", "--kurum", "990001");

        Assert.Multiple(() =>
        {
            Assert.That(added, Does.Match(@"Şifre \(bir daha gösterilmez\): [A-Za-z2-9]{16}\n"));
            Assert.That(added + listed, Does.Not.Contain(UserName));
            Assert.That(LinesOf(listed)[1], Does.Match(@"^1\s+123\*{5}\d{3}\s+Aktif\s+990001\s+\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d\s+Işıl İnce$"));
        });
    }

    [Test]
    public async Task User_NumberFailsChecksum_IsRefusedWithoutRepeatingIt()
    {
        var wrong = UserName[..10] + (char)('0' + ((UserName[10] - '0' + 1) % 10));

        var error = await FailedAsync("user", "add", wrong, "--kurum", "990001", "--ad", "A", "--soyad", "B");

        Assert.That(error, Does.Contain("geçerli bir T.C. kimlik numarası değil").And.Not.Contain(wrong));
    }

    [Test]
    public async Task User_WeakPasswordFromInput_IsRefusedWithEveryReason()
    {
        var run = await CliRun.WithInputAsync(
            CliRun.SettingsFor(_database), "abc&\n", "user", "add", UserName, "--kurum", "990001", "--ad", "A", "--soyad", "B", "--stdin");

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(LinesOf(run.Error), Has.Length.EqualTo(3));
            Assert.That(run.Out, Is.Empty);
        });
    }

    [Test]
    public async Task UserPassword_Generated_IsAnotherOne()
    {
        var added = await DoneAsync("user", "add", UserName, "--kurum", "990001", "--ad", "A", "--soyad", "B");

        var changed = await DoneAsync("user", "password", UserName, "--generate");

        Assert.That(PasswordIn(changed), Has.Length.EqualTo(16).And.Not.EqualTo(PasswordIn(added)));
    }

    [Test]
    public async Task UserPassword_FromInput_IsNotShown()
    {
        await DoneAsync("user", "add", UserName, "--kurum", "990001", "--ad", "A", "--soyad", "B");

        var run = await CliRun.WithInputAsync(CliRun.SettingsFor(_database), "Gizli-Sifre-12\r\n", "user", "password", UserName, "--stdin");

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(run.Out, Does.Not.Contain("Gizli-Sifre-12"));
        });
    }

    [Test]
    public async Task UserPassword_NoInput_IsRefused()
    {
        var run = await CliRun.WithInputAsync(CliRun.SettingsFor(_database), string.Empty, "user", "password", UserName, "--stdin");

        Assert.That((run.ExitCode, run.Error.Trim()), Is.EqualTo((1, "İlk satırda şifre yok.")));
    }

    [Test]
    public async Task User_DisabledAndEnabled_ChangesState()
    {
        await DoneAsync("user", "add", UserName, "--kurum", "990001", "--ad", "A", "--soyad", "B");

        var disabled = await DoneAsync("user", "disable", UserName);
        var enabled = await DoneAsync("user", "enable", UserName);

        Assert.That((disabled.Split(' ')[1].Trim(), enabled.Split(' ')[1].Trim()), Is.EqualTo(("Pasif", "Aktif")));
    }

    [Test]
    public async Task UserRevoke_SaysWhatHappens_AndMasksTheNumber()
    {
        await DoneAsync("user", "add", UserName, "--kurum", "990001", "--ad", "A", "--soyad", "B");

        var revoked = await DoneAsync("user", "revoke", UserName);
        var error = await FailedAsync("user", "revoke", "baskasi");

        Assert.Multiple(() =>
        {
            Assert.That(revoked, Does.Match(@"^123\*{5}\d{3}: jetonları geri alındı\n").And.Not.Contain(UserName));
            Assert.That(error.Trim(), Is.EqualTo("Bu adla kayıtlı kullanıcı yok."));
        });
        Assert.That(await TestDatabase.ScalarAsync<bool>(_database.Panel, "SELECT password_version = 2 FROM registry.app_user"), Is.True);
    }

    [Test]
    public async Task Range_OfPrivateNetwork_NeedsItsOption()
    {
        var error = await FailedAsync("range", "add", "990001", "10.1.0.0/16");
        var added = await DoneAsync("range", "add", "990001", "10.1.0.0/16", "--allow-private", "--allow-wide", "--note", "KamuNet");

        Assert.Multiple(() =>
        {
            Assert.That(error, Does.Contain("Bilerek tanımlamak için ekleyin: --allow-private --allow-wide"));
            Assert.That(added, Does.Contain("10.1.0.0 – 10.1.255.255"));
        });
    }

    [Test]
    public async Task Range_Disabled_StaysListedAsClosed()
    {
        await DoneAsync("range", "add", "990001", "203.0.113.7-203.0.113.20", "--note", "Merkez bina");

        await DoneAsync("range", "disable", "1");
        var listed = await DoneAsync("range", "list", "--kurum", "990001");

        Assert.That(LinesOf(listed)[1], Does.Match(@"^1\s+990001\s+203\.0\.113\.7\s+203\.0\.113\.20\s+kapalı \d\d\.\d\d\.\d{4} .*Merkez bina$"));
    }

    [Test]
    public async Task Application_AddedDisabledEnabled_KeepsItsCode()
    {
        const string Kod = "8b0c5f0e-3f0b-4d6e-9a51-0f4f7a1a9c11";
        var added = await DoneAsync("application", "add", "Firma", "Ürün", "--surum", "4.2", "--kod", Kod, "--bitis", "31.12.2027");
        var disabled = await DoneAsync("application", "disable", Kod);
        await DoneAsync("application", "enable", Kod);
        var listed = await DoneAsync("application", "list");

        Assert.Multiple(() =>
        {
            Assert.That(added, Does.Contain(Kod));
            Assert.That(disabled.Trim(), Is.EqualTo("Firma Ürün: kapalı"));
            Assert.That(LinesOf(listed)[1], Does.Match($@"^{Kod}\s+açık\s+31\.12\.2027\s+Firma Ürün 4\.2$"));
        });
    }

    [Test]
    public async Task Entitlement_GivenAndTakenBack_BothStandInTheList()
    {
        await DoneAsync("entitlement", "add", "990001", "BilesikKisiSorgula", "--dayanak", "6698 m.6/3", "--karar-no", "2026/1");
        await DoneAsync("entitlement", "disable", "990001", "BilesikKisiSorgula");
        await DoneAsync("entitlement", "add", "990001", "BilesikKisiSorgula", "--dayanak", "6698 m.6/3", "--karar-no", "2026/2", "--bitis", "2027-01-31");

        var lines = LinesOf(await DoneAsync("entitlement", "list", "990001"));

        Assert.Multiple(() =>
        {
            Assert.That(lines[1], Does.Match(@"^BilesikKisiSorgula\s+geri alındı .*2026/1"));
            Assert.That(lines[2], Does.Match(@"^BilesikKisiSorgula\s+açık\s+31\.01\.2027\s+2026/2"));
        });
    }

    [Test]
    public async Task Entitlement_UnknownOperation_NamesTheKnown()
    {
        var error = await FailedAsync("entitlement", "add", "990001", "bilesikkisisorgula", "--dayanak", "x");

        Assert.That(error, Does.Contain("BilesikKisiSorgula, BilesikKisiveAdresSorgula"));
    }

    private static string PasswordIn(string output) => PasswordLine().Match(output).Groups[1].Value;

    private static string[] LinesOf(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"gösterilmez\): (\S+)")]
    private static partial Regex PasswordLine();

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
