using System.Globalization;
using System.Text;
using Kps.Audit;
using Kps.Cli.AuditLog;
using Kps.Contracts;
using Kps.Contracts.Answers;
using Kps.Contracts.Tests.Answers;
using Kps.TestSupport;

namespace Kps.Cli.Tests.AuditLog;

/// <summary>The log of every operation of both services, as an operator reads it.</summary>
internal sealed class QuestionTests
{
    private static readonly string Subject = WrittenLog.Person.Value.ToString(CultureInfo.InvariantCulture);

    private TestDatabase _database = null!;
    private WrittenLog _log = null!;

    private static IEnumerable<GoldenAnswer> Answers => GoldenAnswer.All;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await CliRun.OnAsync(_database, null, "institution", "add", "990001", "Deneme Hastanesi", "--il", "Ankara");
        await CliRun.OnAsync(_database, null, "user", "add", "birinci", "--kurum", "990001", "--ad", "A", "--soyad", "B");
        _log = await WrittenLog.StartAsync(_database);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _log.DisposeAsync();
        await _database.DisposeAsync();
    }

    [TestCaseSource(nameof(Answers))]
    public async Task Show_WithResult_PrintsTheAnswerOfEveryOperationAndGeneration(GoldenAnswer answer)
    {
        var kind = answer.Kind;
        var asked = await _log.AnswerAsync(kind.Operation, "{}", null, kind.Generation, answer.Result);

        var output = await DoneAsync("audit", "show", "--islem-no", $"{asked}", "--result", "--reason", "Başsavcılığın 2026/15 sayılı yazısı");

        var xml = System.Xml.Linq.XElement.Parse(Encoding.UTF8.GetString(AnswerCodec.Decode(AnswerCodec.Encode(kind.Operation, kind.Generation, answer.Result))));
        Assert.That(output, Does.Contain($"      <{kind.Operation}Result xmlns:i=").Or.Contain($"      <{kind.Operation}Result xmlns="));
        Assert.That(
            output.Split('\n').Count(line => line.StartsWith("      <", StringComparison.Ordinal) || line.StartsWith("        <", StringComparison.Ordinal)),
            Is.GreaterThanOrEqualTo(3), "Result, HataBilgisi and Sonuc, each on its line.");
        foreach (var leaf in xml.Descendants().Where(element => !element.HasElements && element.Value.Length > 0))
        {
            Assert.That(output, Does.Contain(new System.Xml.Linq.XElement(leaf.Name.LocalName, leaf.Value).ToString()));
        }
    }

    [TestCase(KpsOperation.TcKimlikNoSorgula, "kişi bilgileriyle", "kayıt bulundu")]
    [TestCase(KpsOperation.YetkiListesi, "kendi yetkileri, kişi yok", "yetkiler verildi")]
    [TestCase(KpsOperation.KayitYeriIleKimlikSorgula, "kayıt yeriyle", "kayıt bulundu")]
    [TestCase(KpsOperation.NufusKayitOrnegiSorgula, "kayıt yeriyle", "kayıt bulundu")]
    [TestCase(KpsOperation.IlListesi, "adres kodları, kişi yok", "liste verildi")]
    [TestCase(KpsOperation.IlceListesi, "adres kodları, kişi yok", "liste verildi")]
    [TestCase(KpsOperation.MahalleListesi, "adres kodları, kişi yok", "liste verildi")]
    [TestCase(KpsOperation.CsbmListesi, "adres kodları, kişi yok", "liste verildi")]
    [TestCase(KpsOperation.IstatistikSorgula, "sayım, kişi yok", "sayı verildi")]
    public async Task QueryWithoutANumber_SaysWhatItAskedBy(KpsOperation operation, string askedBy, string given)
    {
        var asked = await _log.AnswerAsync(operation, "{}", null, ContractGeneration.V2021, Sample(operation));

        Assert.That(await SentenceAsync(asked), Does.Contain($" · birinci (Deneme Hastanesi) · {operation} · {askedBy} · {given} · "));
    }

    [TestCase(KpsOperation.NufusKayitOrnegiSorgula, "kayıt bulundu")]
    [TestCase(KpsOperation.KisiVeCuzdanDogrula, "doğrulama yanıtlandı")]
    [TestCase(KpsOperation.YabanciDogrula, "doğrulama yanıtlandı")]
    [TestCase(KpsOperation.CuzdanBilgisiSorgula, "kayıt bulundu")]
    public async Task QueryWithANumber_NamesThePersonByHashAndMasked(KpsOperation operation, string given)
    {
        var asked = await _log.AnswerAsync(operation, $$"""{"Ad":"IŞIL","KimlikNo":{{Subject}}}""", WrittenLog.Person, ContractGeneration.V2021, Sample(operation));

        Assert.That(await SentenceAsync(asked), Does.Match($@" · {operation} · kişi #[0-9a-f]{{8}} · {given} · "));
        var opened = await DoneAsync("audit", "show", "--islem-no", $"{asked}", "--result", "--reason", "Başsavcılığın 2026/15 sayılı yazısı");
        Assert.That(opened, Does.Contain($" · {operation} · {WrittenLog.Person} · {given} · "));
        Assert.That(opened, Does.Match(@"(?m)^    Kapı +Ek \(ek sorgular kapısı\)$").And.Match($@"(?m)^    Sonuç +0 \({given}\)$"));
    }

    [Test]
    public async Task Show_WithResult_WritesTheLettersOfACriterionAsLetters()
    {
        var asked = await _log.AnswerAsync(
            KpsOperation.TcKimlikNoSorgula, """{"adi":"G\u00FCl\u0007","soyadi":"E\u011Frio\u011Flu"}""", null, ContractGeneration.V2021, Sample(KpsOperation.TcKimlikNoSorgula));

        var output = await DoneAsync("audit", "show", "--islem-no", $"{asked}", "--result", "--reason", "Başsavcılığın 2026/15 sayılı yazısı");

        Assert.That(output, Does.Contain("""{"adi":"Gül\u0007","soyadi":"Eğrioğlu"}"""));
    }

    [Test]
    public async Task Refusal_BeforeTheNumberWasRead_DoesNotSayByWhat()
    {
        var refused = await _log.RefuseAsync(KpsOperation.NufusKayitOrnegiSorgula, 2012, "MissingMember");

        Assert.That(await SentenceAsync(refused), Does.Contain(" · NufusKayitOrnegiSorgula · kişi yok · reddedildi: eksik alan · "));
    }

    [Test]
    public async Task Audit_OfAnOperationOfTheSecondService_FindsIt()
    {
        var asked = await _log.AnswerAsync(KpsOperation.NufusOlaySorgula, "{}", WrittenLog.Person, ContractGeneration.V2021, Sample(KpsOperation.NufusOlaySorgula));

        var lines = (await DoneAsync("audit", "--op", "nufusolaysorgula")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(lines[^1], Does.EndWith($"İşlem No {asked}"));
        Assert.That(lines, Has.All.Contain(" · NufusOlaySorgula · "));
    }

    [Test]
    public void EveryDoor_HasItsWords() =>
        Assert.That(
            Enum.GetValues<AuditDoor>().Where(door => door != AuditDoor.Unknown).Select(DoorWords.Of),
            Has.All.Match(@"^\w+ \(.+\)$"));

    private static Kps.Contracts.Ortak.IKpsServisSonucu Sample(KpsOperation operation) =>
        GoldenAnswer.All.First(answer => answer.Kind.Operation == operation).Result;

    private async Task<string> SentenceAsync(IslemNo number) => await DoneAsync("audit", "--islem-no", number.ToString());

    private async Task<string> DoneAsync(params string[] args)
    {
        var run = await CliRun.OnAsync(_database, _log.MasterKeyFile, args);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, string.Empty)));
        return run.Out;
    }
}
