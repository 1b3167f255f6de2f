using System.Text;
using System.Xml.Linq;
using Kps.Cli.Query;
using Kps.Contracts.Answers;
using Kps.Contracts.Tests.Answers;

namespace Kps.Cli.Tests.Query;

internal sealed class AnswerTextTests
{
    private static IEnumerable<GoldenAnswer> Answers => GoldenAnswer.All;

    [Test]
    public void Extract_IsPeopleAndEventsNumbered()
    {
        Assert.That(TextOf("extract"), Is.EqualTo(
            """
            NkoVatandas
              Kisiler
                1. NkoKisi
                   DurumBilgisi
                     Durum: Açık (1)
                     MedeniHal: Evli (2)
                   KayitYeriBilgisi
                     AileSiraNo: 77
                     BireySiraNo: 12
                     Cilt: Örnek Mahallesi (34)
                     Il: Ankara (6)
                     Ilce: Çankaya (1231)
                   KisiOlayTarihBilgisi
                     EvlenmeTarih: 04.09.2010
                     TescilTarih: 06.09.2010
                   TCKimlikNo: 11122233320
                   TemelBilgisi
                     Ad: ÖRNEK IŞIL
                     AnneAd: GÜLÇİN
                     BabaAd: ŞÜKRÜ
                     Cinsiyet: Kadın (2)
                     DogumTarih: 29.02.1984
                     DogumYer: ÇAĞLAYANCERİT
                     Soyad: İĞNECİ
                   YakinlikKod: Kendisi (1)
                2. NkoKisi
                   DurumBilgisi
                     Durum: Açık (1)
                     MedeniHal: Evli (2)
                   KayitYeriBilgisi
                     AileSiraNo: 77
                     BireySiraNo: 13
                     Cilt: Örnek Mahallesi (34)
                     Il: Ankara (6)
                     Ilce: Çankaya (1231)
                   KisiOlayTarihBilgisi
                     EvlenmeTarih: 04.09.2010
                     TescilTarih: 06.09.2010
                   TCKimlikNo: 33344455540
                   TemelBilgisi
                     Ad: UYDURMA ÇAĞRI
                     AnneAd: GÜLÇİN
                     BabaAd: ŞÜKRÜ
                     Cinsiyet: Erkek (1)
                     DogumTarih: 29.02.1984
                     DogumYer: ÇAĞLAYANCERİT
                     Soyad: İĞNECİ
                   YakinlikKod: Eşi (2)
              NkoTuru: Aile Kayıt Örneği (2)
              Olaylar
                1. NkoOlay
                   Ad: ÖRNEK IŞIL
                   Dusunce: EVLENME
                   KayitYeri
                     AileSiraNo: 77
                     BireySiraNo: 12
                     CiltKod: 34
                     IlceKod: 1231
                   OlayKayitNo: 8000000003
                   OlayTarih: 04.09.2010
                   OlayTipi: Evlenme (5)
                   Soyad: İĞNECİ
            """));
    }

    [Test]
    public void ListOfPlaces_IsALineEach() =>
        Assert.That(TextOf("ek-provinces"), Is.EqualTo("1. Ad: ÖRNEK İLİ · Kod: 91\n2. Ad: UYDURMA · Kod: 92"));

    [Test]
    public void ListOfOne_IsAList() =>
        Assert.That(TextOf("ek-streets"), Is.EqualTo("1. Ad: IŞIK · Kod: 910101 · MahalleKod: 91011 · Tip: Sokak (3)"));

    [Test]
    public void ListOfNone_HasNoLine() => Assert.That(TextOf("ek-neighbourhoods"), Is.Empty);

    [Test]
    public void Events_AreALineEach() =>
        Assert.That(TextOf("ek-events"), Is.EqualTo(
            """
            KimlikNo: 11122233320
            Olaylar
              1. Aciklama: DOĞUM · OlayKayitNo: 8000000001 · OlayTarih: 29.02.1984 · OlayTipi: Doğum (1)
              2. OlayKayitNo: 8000000003 · OlayTarih: 04.09.2010 · OlayTipi: Evlenme (5)
            """));

    [Test]
    public void Count_HasItsDays() =>
        Assert.That(TextOf("ek-count"), Is.EqualTo("Adet: 1234\nBaslangicTarih: 01.01.2025\nBitisTarih: 31.12.2025\nIlKod: 91\nOlay: Dogum"));

    [Test]
    public void AddressAbroad_HasItsTimes() =>
        Assert.That(TextOf("address-abroad"), Does.Contain("DisTemsDuzeltmeBeyanTarih: 01.06.2020\n").And.Contain("DisTemsDuzeltmeKararTarih: 02.06.2020 10:30:00\n"));

    [Test]
    public void Rights_AreYesAndNoDownToTheField() =>
        Assert.That(TextOf("rights"), Does.Contain(
            """
                    ReturnProperties
                      1. Property
                         IsAuthorized: evet
                         IsEditable: evet
                         Name: AdresTip
                         SubProperties
                           1. IsAuthorized: evet · IsEditable: evet · Name: Aciklama · Type: string
                           2. IsAuthorized: hayır · IsEditable: evet · Name: Kod · Type: int
                         Type: Parametre
            """));

    [TestCase("true", "Doğrulandı")]
    [TestCase("false", "Doğrulanmadı")]
    public void Verification_IsAWord(string value, string word) =>
        Assert.That(AnswerText.Lines(Sonuc($"<Dogrulandi>{value}</Dogrulandi><HataBilgisi i:nil=\"true\"/>")), Is.EqualTo(new[] { word }));

    [TestCase("<Gun>9</Gun><Ay>3</Ay><Yil>1980</Yil>", "09.03.1980")]
    [TestCase("<Ay>3</Ay><Gun i:nil=\"true\"/><Yil>1980</Yil>", "??.03.1980")]
    [TestCase("<Ay i:nil=\"true\"/><Gun i:nil=\"true\"/><Yil>1980</Yil>", "??.??.1980")]
    [TestCase("<Ay>3</Ay><Gun>9</Gun><Yil></Yil>", "09.03.????")]
    public void PartialDate_SaysWhatIsUnknown(string members, string text) =>
        Assert.That(AnswerText.Lines(Sonuc($"<OlumTarih>{members}</OlumTarih>")), Is.EqualTo(new[] { $"OlumTarih: {text}" }));

    [TestCase("<Aciklama>Açık</Aciklama><Kod>1</Kod>", "Açık (1)")]
    [TestCase("<Aciklama>Açık</Aciklama><Kod i:nil=\"true\"/>", "Açık")]
    [TestCase("<Aciklama i:nil=\"true\"/><Kod>1</Kod>", "(1)")]
    public void Code_IsItsTextAndNumber(string members, string text) =>
        Assert.That(AnswerText.Lines(Sonuc($"<Durum>{members}</Durum>")), Is.EqualTo(new[] { $"Durum: {text}" }));

    [Test]
    public void WhatIsNilThroughAndThrough_IsLeftOut() =>
        Assert.That(
            AnswerText.Lines(Sonuc(
                "<Ad i:nil=\"true\"/><Soyad></Soyad><OlumTarih><Ay i:nil=\"true\"/><Gun i:nil=\"true\"/><Yil i:nil=\"true\"/></OlumTarih>"
                + "<Din><Aciklama i:nil=\"true\"/><Kod i:nil=\"true\"/></Din><Bilgi><Ic><Ad i:nil=\"true\"/><Yer i:nil=\"true\"/></Ic><No i:nil=\"true\"/></Bilgi>"
                + "<Kisiler><NkoKisi i:nil=\"true\"/></Kisiler>")),
            Is.Empty);

    [Test]
    public void ItemWithNothingInIt_KeepsItsPlaceInTheCount() =>
        Assert.That(
            AnswerText.Lines(Sonuc("<Il i:nil=\"true\"/><Il><Ad>A</Ad><Kod>1</Kod></Il>")),
            Is.EqualTo(new[] { "2. Ad: A · Kod: 1" }));

    [Test]
    public void Text_ThatWouldBreakTheLineOrMoveTheTerminal_IsFlattened() =>
        Assert.That(AnswerText.Lines(Sonuc("<AcikAdres>a&#10;b&#x9b;31m</AcikAdres><No>1</No>"))[0], Is.EqualTo("AcikAdres: a b 31m"));

    [Test]
    public void Answer_DeeperThanAnyContract_IsRefused()
    {
        const int Levels = 5000;
        var deep = string.Concat(Enumerable.Repeat("<a>", Levels)) + "x" + string.Concat(Enumerable.Repeat("</a>", Levels));

        Assert.That(() => AnswerText.Lines(Sonuc(deep + "<b/>")), Throws.TypeOf<CommandException>());
    }

    /// <summary>Whatever an answer of the contracts holds is shown: every leaf with a value stands in a line of its own name.</summary>
    [TestCaseSource(nameof(Answers))]
    [SetCulture("tr-TR")]
    public void EveryAnswerOfTheContracts_IsShownToTheLastLeaf(GoldenAnswer answer)
    {
        if (Element(answer).Child("Sonuc") is not { } sonuc || sonuc.Child("Dogrulandi") is not null)
        {
            Assert.That(answer.Name, Does.StartWith("ek-").Or.EqualTo("number-of-several"));
            return;
        }

        var text = string.Join('\n', AnswerText.Lines(sonuc));

        foreach (var leaf in sonuc.Descendants().Where(element => !element.HasElements && element.Value.Length > 0 && !IsPart(element)))
        {
            Assert.That(text, Does.Contain($"{leaf.Name.LocalName}: "));
            Assert.That(text, Does.Contain(leaf.Value).Or.Match("evet|hayır|[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}"));
        }

        foreach (var code in sonuc.Descendants().Where(element => element.Child("Aciklama") is not null && element.Child("Kod") is not null && element.Elements().Count() == 2))
        {
            Assert.That(text, Does.Contain($"{code.Name.LocalName}: {code.Child("Aciklama")!.Value} ({code.Child("Kod")!.Value})"));
        }
    }

    /// <summary>Lists are told from objects by their members' names; an object of one member would be taken for a list.</summary>
    [Test]
    public void EveryObjectOfTheContracts_HasSeveralMembers()
    {
        var objects = typeof(AnswerCodec).Assembly.GetTypes()
            .Where(type => type.GetCustomAttributesData().Any(data => data.AttributeType.Name == "DataContractAttribute") && type is { IsEnum: false, IsAbstract: false });

        Assert.That(objects.Where(type => type.GetProperties().Count(property => property.CanWrite) < 2).Select(type => type.FullName), Is.Empty);
    }

    private static bool IsPart(XElement element) => element.Name.LocalName is "Aciklama" or "Kod" or "Gun" or "Ay" or "Yil";

    private static string TextOf(string name) =>
        string.Join('\n', AnswerText.Lines(Element(GoldenAnswer.All.Single(answer => answer.Name == name)).Child("Sonuc")!));

    private static XElement Element(GoldenAnswer answer) =>
        XElement.Parse(Encoding.UTF8.GetString(AnswerCodec.Decode(AnswerCodec.Encode(answer.Kind.Operation, answer.Kind.Generation, answer.Result))));

    private static XElement Sonuc(string members) =>
        XElement.Parse($"<Sonuc xmlns=\"urn:kps:ek:2026-01\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\">{members}</Sonuc>");
}
