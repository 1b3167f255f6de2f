using System.Text;
using Kps.Cli.Query;
using Kps.Contracts;
using Kps.Contracts.Answers;
using Kps.Contracts.Tests.Answers;

namespace Kps.Cli.Tests.Query;

/// <summary>The whole command against doors that say what the contracts can say.</summary>
internal sealed class QueryCommandTests
{
    private DoorHouse _house = null!;

    private static IEnumerable<GoldenAnswer> Answers =>
        GoldenAnswer.All.Where(answer => answer.Kind.Generation == ContractGeneration.V2021 && answer.Kind.Operation != KpsOperation.BilesikKisiSorgula);

    [SetUp]
    public async Task OpenAsync() => _house = await DoorHouse.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _house.DisposeAsync();

    [TestCaseSource(nameof(Answers))]
    public async Task EveryOperation_IsAskedAtItsDoorAndItsAnswerShown(GoldenAnswer answer)
    {
        var query = QueryCatalog.Of(OperationCatalog.Find(answer.Kind.Operation)!);
        _house.Result = Xml(answer);

        var run = await AskAsync(["--op", query.Operation.Name, .. Asking.Examples(query).SelectMany(pair => new[] { "--kriter", pair })]);

        var (path, body) = _house.Asked;
        Assert.That(path, Is.EqualTo(query.Operation.Service == KpsService.Ek ? "/Router/KpsEkServisler.svc" : "/Router/RoutingService.svc"));
        Assert.That(body, Does.Contain(Asking.Xml(Asking.Request(answer.Kind.Operation, null, Asking.Examples(query)))));
        if (answer.Result.HataBilgisi is { } refused)
        {
            Assert.That((run.ExitCode, run.Out, run.Error), Is.EqualTo((1, string.Empty, $"Hata {refused.Kod}: {refused.Aciklama}\n")));
        }
        else
        {
            Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, string.Empty)));
            Assert.That(run.Out, Does.EndWith("\n\nİşlem No 000020000004N\n"));
        }
    }

    [Test]
    public async Task Person_IsShownAsBefore()
    {
        _house.Result = Xml(GoldenAnswer.All.Single(answer => answer.Name == "citizen"));

        var run = await AskAsync(Asking.Number.ToString());

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, string.Empty)));
        Assert.That(run.Out, Does.StartWith("Kimlik no            11122233320\nKütük                T.C. vatandaşı\nAd                   ").And.EndWith("\n\nİşlem No 000020000004N\n"));
    }

    [Test]
    public async Task Person_ThatIsNobody_EndsWithTwo()
    {
        _house.Result = Xml(GoldenAnswer.All.Single(answer => answer.Name == "no-record"));

        var run = await AskAsync(Asking.Number.ToString());

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, string.Empty)));
        Assert.That(run.Out, Does.Contain("Sonuç                Aradığınız kriterlere uygun kayıt bulunamadı. (kod 2)\n"));
    }

    [Test]
    public async Task Person_OfNoContract_IsRefused()
    {
        _house.Result = "<BilesikKisiSorgulaResult xmlns=\"https://www.saglik.gov.tr/KPS/01/01/2017\"><Sonuc><KimlikNo>x</KimlikNo></Sonuc></BilesikKisiSorgulaResult>";

        var run = await AskAsync(Asking.Number.ToString());

        Assert.That((run.ExitCode, run.Out, run.Error.Trim()), Is.EqualTo((1, string.Empty, QueryEnvelope.Unreadable)));
    }

    [TestCase("<HataBilgisi><Aciklama>Kayıt yok.</Aciklama><Kod>2</Kod></HataBilgisi><Sonuc><HataBilgisi i:nil=\"true\"/></Sonuc>", 2, "HataBilgisi: Kayıt yok. (2)\n\nİşlem No 000020000004N\n", "")]
    [TestCase("<HataBilgisi i:nil=\"true\"/><Sonuc><HataBilgisi><Aciklama>Kayıt yok.</Aciklama><Kod>2</Kod></HataBilgisi><KimlikNo>1</KimlikNo></Sonuc>", 2, "HataBilgisi: Kayıt yok. (2)\nKimlikNo: 1\n\nİşlem No 000020000004N\n", "")]
    [TestCase("<HataBilgisi i:nil=\"true\"/><Sonuc><HataBilgisi><Aciklama>Olmaz.</Aciklama><Kod>9</Kod></HataBilgisi><KimlikNo>1</KimlikNo></Sonuc>", 1, "HataBilgisi: Olmaz. (9)\nKimlikNo: 1\n\nİşlem No 000020000004N\n", "")]
    [TestCase("<HataBilgisi><Aciklama>Yetki yok.</Aciklama><Kod>8</Kod></HataBilgisi><Sonuc i:nil=\"true\"/>", 1, "", "Hata 8: Yetki yok.\n")]
    [TestCase("<HataBilgisi i:nil=\"true\"/><Sonuc i:nil=\"true\"/>", 1, "", "Yanıtta sonuç yok.\n")]
    [TestCase("<HataBilgisi i:nil=\"true\"/><Sonuc><KimlikNo i:nil=\"true\"/><Olaylar i:nil=\"true\"/></Sonuc>", 0, "(yok)\n\nİşlem No 000020000004N\n", "")]
    public async Task End_IsTheExitCode(string members, int exitCode, string output, string error)
    {
        _house.Result = $"<NufusOlaySorgulaResult xmlns=\"urn:kps:ek:2026-01\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\">{members}</NufusOlaySorgulaResult>";

        var run = await AskAsync(Asking.Number.ToString(), "--op", "nufusolaysorgula");

        Assert.That((run.ExitCode, run.Out, run.Error), Is.EqualTo((exitCode, output, error)));
    }

    [TestCase("true", 0, "Doğrulandı\n\nİşlem No 000020000004N\n")]
    [TestCase("false", 2, "Doğrulanmadı\n\nİşlem No 000020000004N\n")]
    public async Task Verification_IsAWordAndAnExitCode(string value, int exitCode, string output)
    {
        _house.Result = "<YabanciDogrulaResult xmlns=\"urn:kps:ek:2026-01\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"><HataBilgisi i:nil=\"true\"/>"
            + $"<Sonuc><Dogrulandi>{value}</Dogrulandi><HataBilgisi i:nil=\"true\"/></Sonuc></YabanciDogrulaResult>";

        var run = await AskAsync(Asking.Number.ToString(), "--op", "YabanciDogrula", "--kriter", "Ad=Anna", "Soyad=Berg", "DogumYil=1980");

        Assert.That((run.ExitCode, run.Out, run.Error), Is.EqualTo((exitCode, output, string.Empty)));
        Assert.That(_house.Asked.Body, Does.Contain("<Ad>Anna</Ad><DogumYil>1980</DogumYil><KimlikNo>12345678950</KimlikNo><Soyad>Berg</Soyad>"));
    }

    [TestCase("--op", "IlceListesi")]
    [TestCase("--op", "IlceListesi", "--kriter", "ilKod=altı")]
    [TestCase("--op", "Olmayan")]
    [TestCase("123x")]
    public async Task WhatIsWrong_IsSaidBeforeAnythingIsSent(params string[] args)
    {
        var run = await AskAsync(args);

        Assert.That((run.ExitCode, _house.Requests), Is.EqualTo((1, 0)), run.Error);
    }

    [Test]
    public async Task SecondService_OfADemonstrationThatDoesNotNameIt_IsNotGuessed()
    {
        var file = CliRun.NewPath("demo.json");
        await File.WriteAllTextAsync(
            file,
            """
            {"urls":{"sts":"https://localhost/","router":"https://localhost/","singleWsdl":"https://localhost/","health":"https://localhost/"},
             "ca":"/nowhere","username":"1","password":"2","kurumKodu":1,"uygulamaKodu":"0f8fad5b-d9cb-469f-a165-70867728950e","samples":{}}
            """);
        var settings = CliRun.NewPath("settings.json");
        await File.WriteAllTextAsync(settings, $$"""{"Demo:File":"{{file}}"}""");

        var run = await CliRun.WithInputAsync(settings, string.Empty, "query", "--op", "IlListesi");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((1, string.Empty)));
        Assert.That(run.Error, Does.StartWith("Gösterim dosyası eski sürümden"));
    }

    private static string Xml(GoldenAnswer answer) =>
        Encoding.UTF8.GetString(AnswerCodec.Decode(AnswerCodec.Encode(answer.Kind.Operation, answer.Kind.Generation, answer.Result)));

    private Task<CliRun> AskAsync(params string[] args) => CliRun.WithInputAsync(_house.SettingsFile, string.Empty, ["query", .. args]);
}
