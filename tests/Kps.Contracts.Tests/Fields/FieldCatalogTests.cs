using System.Text.RegularExpressions;
using Kps.Contracts.Fields;
using Kps.Contracts.Tests.Wsdl;

namespace Kps.Contracts.Tests.Fields;

internal sealed partial class FieldCatalogTests
{
    private static IEnumerable<OperationFields> All => FieldCatalog.All;

    [Test]
    public void EveryOperationButYetkiListesi_CanBeLimited() => Assert.That(
        FieldCatalog.All.Select(fields => fields.Operation),
        Is.EqualTo(OperationCatalog.All.Concat(OperationCatalog.AllOf(KpsService.Ek)).Select(operation => operation.Operation)
            .Where(operation => operation != KpsOperation.YetkiListesi)));

    [TestCase(KpsOperation.None)]
    [TestCase(KpsOperation.YetkiListesi)]
    [TestCase(KpsOperation.Issue)]
    public void Others_HaveNoFields(KpsOperation operation) => Assert.That(FieldCatalog.Find(operation), Is.Null);

    [TestCaseSource(nameof(All))]
    public void Path_FitsTheRegistry(OperationFields fields)
    {
        var paths = fields.Result.All.Select(field => field.Path).Concat(fields.AllArguments.Select(argument => argument.Path)).ToList();

        Assert.That(paths, Is.All.Matches<string>(path => path.Length <= 300 && Path().IsMatch(path)));
        Assert.That(fields.Result.All.Select(field => field.Path), Is.Unique);
    }

    /// <summary>Religion, wherever it stands, and nothing else: a right to everything above it does not give it.</summary>
    [TestCaseSource(nameof(All))]
    public void Special_IsEveryDin(OperationFields fields) => Assert.That(
        fields.Result.All.Where(field => field.IsSpecial).Select(field => field.Path),
        Is.EqualTo(fields.Result.All.Where(field => field.Path.EndsWith("DurumBilgisi/Din", StringComparison.Ordinal)).Select(field => field.Path)));

    [TestCase(KpsOperation.BilesikKisiSorgula, "TCVatandasiKisiKutukleri/KisiBilgisi/DurumBilgisi/Din")]
    [TestCase(KpsOperation.BilesikKisiveAdresSorgula, "MaviKartliKisiKutukleri/KisiBilgisi/DurumBilgisi/Din")]
    [TestCase(KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, "NkoVatandas/Kisiler/DurumBilgisi/Din")]
    [TestCase(KpsOperation.TcKimlikNoSorgula, "DurumBilgisi/Din")]
    [TestCase(KpsOperation.AileBireyleriSorgula, "AileKisiListesi/DurumBilgisi/Din")]
    [TestCase(KpsOperation.KayitYeriIleKimlikSorgula, "DurumBilgisi/Din")]
    [TestCase(KpsOperation.NufusKayitOrnegiSorgula, "Kisiler/DurumBilgisi/Din")]
    public void Din_IsFoundWhereItStands(KpsOperation operation, string path) => Assert.That(FieldCatalog.Find(operation)!.Result.Find(path)!.IsSpecial, Is.True);

    [Test]
    public void Address_LiesOutsideTheOperationThatIsEntitledWithoutIt()
    {
        Assert.That(
            FieldCatalog.Find(KpsOperation.BilesikKisiSorgula)!.Result.All.Where(field => field.Path.StartsWith("AdresBilgisi", StringComparison.Ordinal)),
            Is.Not.Empty.And.All.Matches<FieldDescription>(field => field.IsOutside));
        Assert.That(FieldCatalog.Find(KpsOperation.BilesikKisiveAdresSorgula)!.Result.All, Has.None.Matches<FieldDescription>(field => field.IsOutside));
    }

    [Test]
    public void Demanded_AreSexAndYearOfBirthInThreeRegisters()
    {
        string[] registers = ["MaviKartliKisiKutukleri", "TCVatandasiKisiKutukleri", "YabanciKisiKutukleri"];
        var expected = registers.SelectMany(register => new[]
        {
            $"{register}/KisiBilgisi/TemelBilgisi/Cinsiyet", $"{register}/KisiBilgisi/TemelBilgisi/DogumTarih/Yil",
        });

        Assert.That(
            FieldCatalog.All.SelectMany(fields => fields.Result.All.Where(field => field.IsDemanded).Select(field => (fields.Operation, field.Path))),
            Is.EqualTo(expected.Select(path => (KpsOperation.BilesikKisiSorgula, path)).Concat(expected.Select(path => (KpsOperation.BilesikKisiveAdresSorgula, path)))));
    }

    [Test]
    public void Number_ThatIsTheAnswer_IsNoEcho()
    {
        Assert.That(FieldCatalog.Find(KpsOperation.TcKimlikNoSorgula)!.Result.Find("TCKimlikNo")!.TakesRights, Is.True);
        Assert.That(FieldCatalog.Find(KpsOperation.KayitYeriIleKimlikSorgula)!.Result.Find("TCKimlikNo")!.TakesRights, Is.True);
        Assert.That(FieldCatalog.Find(KpsOperation.AileBireyleriSorgula)!.Result.Find("TCKimlikNo")!.TakesRights, Is.False);
    }

    [Test]
    public void Arguments_HaveTheMembersOfTheirCriteria()
    {
        var fields = FieldCatalog.Find(KpsOperation.TcKimlikNoSorgula)!;

        Assert.That(
            fields.AllArguments.Select(argument => $"{argument.Path} {argument.TypeName}"),
            Is.EqualTo(new[]
            {
                "kriter KisiSorgulaKisiBilgileriCO", "kriter/Adi string", "kriter/AnneAdi string", "kriter/BabaAdi string", "kriter/Cinsiyet ECinsiyet",
                "kriter/DogumTarihi dateTime", "kriter/DogumYeri string", "kriter/Soyadi string",
            }));
        Assert.That(fields.FindArgument("kriter/AnneAdi")!.Name, Is.EqualTo("AnneAdi"));
        Assert.That(fields.FindArgument("AnneAdi"), Is.Null);
    }

    /// <summary>A right names exactly what the published schema of the later generation has, in its order.</summary>
    [TestCaseSource(nameof(All))]
    public void Fields_AreThoseOfThePublishedSchema(OperationFields fields)
    {
        var service = OperationCatalog.Find(fields.Operation)!.Service;
        var schema = new PublishedFields((service == KpsService.Ek ? GatewayWsdl.Ek : GatewayWsdl.Kps).Document);

        Assert.That(fields.Result.All.Select(field => field.Path), Is.EqualTo(schema.ResultOf(fields.Operation)));
        Assert.That(fields.AllArguments.Select(argument => argument.Path), Is.EqualTo(schema.ArgumentsOf(fields.Operation)));
    }

    [GeneratedRegex("^[A-Za-z0-9]+(/[A-Za-z0-9]+)*$")]
    private static partial Regex Path();
}
