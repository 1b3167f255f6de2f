using Kps.Contracts;

namespace Kps.Cli.Tests.Query;

public sealed class QueryRequestTests
{
    private const string Kps = "https://www.saglik.gov.tr/KPS/01/01/2017";
    private const string Ek = "urn:kps:ek:2026-01";

    private static IEnumerable<TestCaseData> Requests =>
    [
        Case(KpsOperation.BilesikKisiSorgula, Kps, "<kimlikNo>12345678950</kimlikNo>", Asking.Number),
        Case(KpsOperation.BilesikKisiveAdresSorgula, Kps, "<kimlikNo>12345678950</kimlikNo>", Asking.Number),
        Case(KpsOperation.KimlikNoIleAdresBilgisiSorgula, Kps, "<kimlikNo>12345678950</kimlikNo>", Asking.Number),
        Case(KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, Kps, "<kimlikNo>12345678950</kimlikNo>", null, "KIMLIKNO=12345678950"),
        Case(
            KpsOperation.TcKimlikNoSorgula, Kps,
            "<kriter><Adi>Ayşe Işıl</Adi><AnneAdi>Ğ &amp; &lt;</AnneAdi><Cinsiyet>KADIN</Cinsiyet><DogumTarihi>1980-03-14T00:00:00</DogumTarihi><Soyadi>İnce</Soyadi></kriter>",
            null, "Soyadi=İnce", "Adi= Ayşe Işıl ", "anneadi=Ğ & <", "DogumTarihi=14.03.1980", "Cinsiyet=kadin"),
        Case(KpsOperation.AileBireyleriSorgula, Kps, "<kriter><TCKimlikNo>12345678950</TCKimlikNo><Tip>Aile</Tip></kriter>", Asking.Number),
        Case(KpsOperation.AileBireyleriSorgula, Kps, "<kriter><TCKimlikNo>12345678950</TCKimlikNo><Tip>TumAile</Tip></kriter>", Asking.Number, "Tip=tumaile"),
        Case(KpsOperation.YetkiListesi, Kps, null, null),
        Case(
            KpsOperation.KayitYeriIleKimlikSorgula, Ek,
            "<kayitYeri><AileSiraNo>45</AileSiraNo><BireySiraNo>12</BireySiraNo><CiltKod>3</CiltKod><IlceKod>1104</IlceKod></kayitYeri>",
            null, "IlceKod=1104", "CiltKod=3", "AileSiraNo=45", "BireySiraNo=0012"),
        Case(
            KpsOperation.NufusKayitOrnegiSorgula, Ek,
            "<kriter><KimlikNo>12345678950</KimlikNo><Olayli>false</Olayli><Tip>KisiKayitOrnegi</Tip></kriter>", Asking.Number),
        Case(
            KpsOperation.NufusKayitOrnegiSorgula, Ek,
            "<kriter><EskiEsListele>false</EskiEsListele><KayitYeri><AileSiraNo>45</AileSiraNo><BireySiraNo>12</BireySiraNo><CiltKod>3</CiltKod>"
                + "<IlceKod>1104</IlceKod></KayitYeri><Olayli>true</Olayli><Tip>NufusAileKayitOrnegiKardesDahil</Tip></kriter>",
            null, "Tip=NufusAileKayitOrnegiKardesDahil", "Olayli=Evet", "EskiEsListele=hayır", "AileSiraNo=45", "BireySiraNo=12", "CiltKod=3", "IlceKod=1104"),
        Case(KpsOperation.CuzdanBilgisiSorgula, Ek, "<kimlikNo>12345678950</kimlikNo>", Asking.Number),
        Case(KpsOperation.NufusOlaySorgula, Ek, "<kimlikNo>12345678950</kimlikNo>", Asking.Number),
        Case(KpsOperation.IlListesi, Ek, null, null),
        Case(KpsOperation.IlceListesi, Ek, "<ilKod>6</ilKod>", null, "IlKod=6"),
        Case(KpsOperation.MahalleListesi, Ek, "<ilceKod>1104</ilceKod>", null, "ilceKod=1104"),
        Case(KpsOperation.CsbmListesi, Ek, "<mahalleKod>51</mahalleKod>", null, "mahalleKod=51"),
        Case(
            KpsOperation.IstatistikSorgula, Ek,
            "<kriter><BaslangicTarih>2025-01-01T00:00:00</BaslangicTarih><BitisTarih>2025-12-31T00:00:00</BitisTarih><IlKod>6</IlKod><Olay>Bosanma</Olay></kriter>",
            null, "Olay=bosanma", "IlKod=6", "BaslangicTarih=2025-01-01", "BitisTarih=31.12.2025"),
        Case(
            KpsOperation.KisiVeCuzdanDogrula, Ek,
            "<kriter><Ad>Ayşe</Ad><CuzdanNo>123456</CuzdanNo><CuzdanSeri>A01</CuzdanSeri><DogumYil>1980</DogumYil><KimlikNo>12345678950</KimlikNo><Soyad>İnce</Soyad></kriter>",
            Asking.Number, "Ad=Ayşe", "Soyad=İnce", "DogumYil=1980", "CuzdanSeri=A01", "CuzdanNo=123456"),
        Case(
            KpsOperation.YabanciDogrula, Ek,
            "<kriter><Ad>Anna</Ad><DogumAy>3</DogumAy><DogumGun>9</DogumGun><DogumYil>1980</DogumYil><KimlikNo>12345678950</KimlikNo><Soyad>Berg</Soyad></kriter>",
            Asking.Number, "Ad=Anna", "Soyad=Berg", "DogumYil=1980", "DogumAy=03", "DogumGun=09"),
    ];

    [TestCaseSource(nameof(Requests))]
    [SetCulture("tr-TR")]
    public void Request_IsByteForByteTheContracts(KpsOperation operation, string expected, long? number, string[] pairs)
    {
        Assert.That(Asking.Xml(Asking.Request(operation, number, pairs)), Is.EqualTo(expected));
    }

    [Test]
    public void EveryOperation_HasItsRequestHere() =>
        Assert.That(
            Requests.Select(request => (KpsOperation)request.Arguments[0]!).Distinct(),
            Is.EquivalentTo(OperationCatalog.All.Concat(OperationCatalog.AllOf(KpsService.Ek)).Select(operation => operation.Operation)));

    private static TestCaseData Case(KpsOperation operation, string ns, string? members, long? number, params string[] pairs)
    {
        var request = members is null ? $"<{operation} xmlns=\"{ns}\" />" : $"<{operation} xmlns=\"{ns}\">{members}</{operation}>";
        return new TestCaseData(operation, request, number, pairs).SetArgDisplayNames(operation.ToString(), pairs.Length.ToString());
    }
}
