using System.Text;
using System.Xml.Schema;

namespace Kps.Contracts.Tests.Wsdl;

/// <summary>What the schemas let through and what they refuse of a question.</summary>
internal sealed class RequestSchemaTests
{
    private const string Nil = "xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'";
    private const string Person = "<Adi>A</Adi><AnneAdi>B</AnneAdi><BabaAdi {0}/><Cinsiyet>KADIN</Cinsiyet><DogumTarihi>1984-02-29T00:00:00</DogumTarihi><DogumYeri {0}/><Soyadi>C</Soyadi>";

    private static IEnumerable<KpsOperation> ByNumber =>
    [
        KpsOperation.BilesikKisiSorgula, KpsOperation.BilesikKisiveAdresSorgula, KpsOperation.KimlikNoIleAdresBilgisiSorgula,
        KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, KpsOperation.CuzdanBilgisiSorgula, KpsOperation.NufusOlaySorgula,
    ];

    [TestCaseSource(nameof(ByNumber))]
    public void Number_IsDemandedAndTheOnlyMember(KpsOperation operation)
    {
        Accepts(operation, "<kimlikNo>11122233320</kimlikNo>");
        Refuses(operation, string.Empty);
        Refuses(operation, "<kimlikNo></kimlikNo>");
        Refuses(operation, $"<kimlikNo {Nil}/>");
        Refuses(operation, "<kimlikNo>on bir</kimlikNo>");
        Refuses(operation, "<KimlikNo>11122233320</KimlikNo>");
        Refuses(operation, "<kimlikNo xmlns=''>11122233320</kimlikNo>");
        Refuses(operation, "<kimlikNo>11122233320</kimlikNo><kimlikNo>11122233320</kimlikNo>");
    }

    [TestCase(KpsOperation.YetkiListesi)]
    [TestCase(KpsOperation.IlListesi)]
    public void QuestionWithoutCriteria_HasNoMember(KpsOperation operation)
    {
        Accepts(operation, string.Empty);
        Refuses(operation, "<kimlikNo>11122233320</kimlikNo>");
    }

    [TestCase(KpsOperation.IlceListesi, "ilKod")]
    [TestCase(KpsOperation.MahalleListesi, "ilceKod")]
    [TestCase(KpsOperation.CsbmListesi, "mahalleKod")]
    public void List_IsAskedForByTheCodeAbove(KpsOperation operation, string member)
    {
        Accepts(operation, $"<{member}>6</{member}>");
        Refuses(operation, string.Empty);
    }

    [Test]
    public void PersonCriteria_NeedNamesAndBirthOnly()
    {
        const KpsOperation Operation = KpsOperation.TcKimlikNoSorgula;

        Accepts(Operation, Kriter(string.Format(Person, Nil)));
        Accepts(Operation, Kriter("<Adi>A</Adi><DogumTarihi>1984-02-29T00:00:00</DogumTarihi><Soyadi>C</Soyadi>"));
        Refuses(Operation, Kriter("<Adi>A</Adi><Soyadi>C</Soyadi>"));
        Refuses(Operation, Kriter(string.Format(Person, Nil).Replace("KADIN", "2")));
        Refuses(Operation, Kriter(string.Format(Person, Nil).Replace("T00:00:00", string.Empty)));
        Refuses(Operation, string.Empty);
    }

    [Test]
    public void FamilyCriteria_NeedBoth()
    {
        const KpsOperation Operation = KpsOperation.AileBireyleriSorgula;

        Accepts(Operation, Kriter("<TCKimlikNo>11122233320</TCKimlikNo><Tip>TumAile</Tip>"));
        Refuses(Operation, Kriter("<TCKimlikNo>11122233320</TCKimlikNo>"));
        Refuses(Operation, Kriter("<TCKimlikNo>11122233320</TCKimlikNo><Tip>1</Tip>"));
    }

    [Test]
    public void PlaceOfEntry_HasItsFourCodes()
    {
        const string Place = "<AileSiraNo>1</AileSiraNo><BireySiraNo>2</BireySiraNo><CiltKod>3</CiltKod><IlceKod>4</IlceKod>";

        Accepts(KpsOperation.KayitYeriIleKimlikSorgula, $"<kayitYeri>{Place}</kayitYeri>");
        Refuses(KpsOperation.KayitYeriIleKimlikSorgula, "<kayitYeri><AileSiraNo>1</AileSiraNo></kayitYeri>");
        Accepts(KpsOperation.NufusKayitOrnegiSorgula, Kriter($"<KayitYeri>{Place}</KayitYeri><Olayli>true</Olayli><Tip>AileKayitOrnegi</Tip>"));
        Accepts(KpsOperation.NufusKayitOrnegiSorgula, Kriter($"<EskiEsListele {Nil}/><KayitYeri {Nil}/><KimlikNo>11122233320</KimlikNo><Olayli>false</Olayli><Tip>KisiKayitOrnegi</Tip>"));
        Refuses(KpsOperation.NufusKayitOrnegiSorgula, Kriter("<KimlikNo>11122233320</KimlikNo><Tip>KisiKayitOrnegi</Tip>"));
        Refuses(KpsOperation.NufusKayitOrnegiSorgula, Kriter("<KimlikNo>11122233320</KimlikNo><Olayli>true</Olayli><Tip>None</Tip>"));
    }

    [Test]
    public void Statistics_NeedDaysPlaceAndEvent()
    {
        const string Days = "<BaslangicTarih>2024-01-01T00:00:00</BaslangicTarih><BitisTarih>2024-12-31T00:00:00</BitisTarih>";

        Accepts(KpsOperation.IstatistikSorgula, Kriter($"{Days}<IlKod>6</IlKod><Olay>Dogum</Olay>"));
        Accepts(KpsOperation.IstatistikSorgula, Kriter($"{Days}<IlKod>6</IlKod><IlceKod>9001</IlceKod><Olay>Evlenme</Olay>"));
        Refuses(KpsOperation.IstatistikSorgula, Kriter($"{Days}<Olay>Dogum</Olay>"));
        Refuses(KpsOperation.IstatistikSorgula, Kriter($"{Days}<IlKod>6</IlKod><Olay>Göç</Olay>"));
    }

    [TestCase(KpsOperation.KisiVeCuzdanDogrula)]
    [TestCase(KpsOperation.YabanciDogrula)]
    public void Verification_NeedsNumberNamesAndYear(KpsOperation operation)
    {
        Accepts(operation, Kriter("<Ad>A</Ad><DogumYil>1984</DogumYil><KimlikNo>11122233320</KimlikNo><Soyad>C</Soyad>"));
        Accepts(operation, Kriter("<Ad>A</Ad><DogumAy>2</DogumAy><DogumGun>29</DogumGun><DogumYil>1984</DogumYil><KimlikNo>11122233320</KimlikNo><Soyad>C</Soyad>"));
        Refuses(operation, Kriter("<Ad>A</Ad><KimlikNo>11122233320</KimlikNo><Soyad>C</Soyad>"));
    }

    private static string Kriter(string members) => $"<kriter>{members}</kriter>";

    private static void Accepts(KpsOperation operation, string members)
    {
        foreach (var (wsdl, request) in Requests(operation, members))
            Assert.That(() => wsdl.Validate(request), Throws.Nothing, $"{wsdl}: {members}");
    }

    private static void Refuses(KpsOperation operation, string members)
    {
        foreach (var (wsdl, request) in Requests(operation, members))
            Assert.That(() => wsdl.Validate(request), Throws.InstanceOf<XmlSchemaException>(), $"{wsdl}: {members}");
    }

    /// <summary>The same question to every document that has the operation.</summary>
    private static IEnumerable<(GatewayWsdl Wsdl, byte[] Request)> Requests(KpsOperation operation, string members)
    {
        var described = OperationCatalog.Find(operation)!;
        return GatewayWsdl.All
            .Where(wsdl => wsdl.Service == described.Service)
            .Select(wsdl => (wsdl, Encoding.UTF8.GetBytes($"<{described.Name} xmlns='{described.Namespace}'>{members}</{described.Name}>")));
    }
}
