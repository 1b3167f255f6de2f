using System.Xml.Linq;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Tests.Answers;

namespace Kps.Contracts.Tests.BilesikKisiSorgula;

/// <summary>
/// The lines of the acceptance list that concern BilesikKisiSorgula. The first half: our answers are read. The second half: the same
/// answers, spoilt the way each line says, break the reader, which shows that it watches these points.
/// </summary>
internal sealed class AcceptanceListTests
{
    private static readonly XNamespace Ns = KpsNamespaces.Service;
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    [Test]
    public void Citizen_IsRead() => Assert.That(
        Read(SampleAnswers.Citizen()),
        Is.EqualTo(new KpsServiceReader.Person("ÖRNEK IŞIL", "İĞNECİ", 2, new DateOnly(1984, 2, 29), null)));

    [Test]
    public void DeceasedCitizenWithYearOnly_IsReadAsTheFirstOfJanuary() => Assert.That(
        Read(SampleAnswers.DeceasedCitizen()),
        Is.EqualTo(new KpsServiceReader.Person("ÖRNEK IŞIL", "İĞNECİ", 2, new DateOnly(1930, 1, 1), new DateOnly(2019, 1, 1))));

    [Test]
    public void BlueCardHolder_IsRead() => Assert.That(
        Read(SampleAnswers.BlueCard()),
        Is.EqualTo(new KpsServiceReader.Person("UYDURMA", "MAVİ", 1, new DateOnly(1970, 7, 1), null)));

    [Test]
    public void LivingForeigner_IsRead() => Assert.That(
        Read(SampleAnswers.Foreigner(deceased: false)),
        Is.EqualTo(new KpsServiceReader.Person("SAMPLE & <NAME>", "O'PERSON", 1, new DateOnly(1991, 12, 3), null)));

    [Test]
    public void DeceasedForeigner_IsRead() => Assert.That(
        Read(SampleAnswers.Foreigner(deceased: true))!.OlumTarihi,
        Is.EqualTo(new DateOnly(2023, 2, 6)));

    [Test]
    public void ForeignerWithoutStatus_IsRead()
    {
        var answer = SampleAnswers.Foreigner(deceased: false);
        answer.Sonuc!.YabanciKisiKutukleri!.KisiBilgisi!.DurumBilgisi = null;

        Assert.That(Read(answer), Is.Not.Null);
    }

    [Test]
    public void WithheldFamilyName_IsReadAsEmpty()
    {
        var answer = SampleAnswers.Citizen();
        answer.Sonuc!.TCVatandasiKisiKutukleri!.KisiBilgisi!.TemelBilgisi!.Soyad = null;

        Assert.That(Read(answer)!.Soyad, Is.Empty);
    }

    [TestCase("no-record")]
    [TestCase("refused")]
    public void AnswerWithoutPerson_IsReadAsUnknown(string name)
    {
        Assert.That(Read(SampleAnswers.All[name]), Is.Null);

        var sonuc = Wire(SampleAnswers.All[name]).Descendants(Ns + "Sonuc").Single();
        Assert.That(sonuc.Attribute(Xsi + "nil"), Is.Null);
        foreach (var container in new[] { "AdresBilgisi", "MaviKartliKisiKutukleri", "TCVatandasiKisiKutukleri", "YabanciKisiKutukleri" })
            Assert.That((string?)sonuc.Element(Ns + container)?.Attribute(Xsi + "nil"), Is.EqualTo("true"), container);
    }

    [Test]
    public void AnswerWithoutPerson_SaysWhyInItsOwnPlace()
    {
        Assert.That(Path("no-record"), Is.EqualTo("Sonuc"));
        Assert.That(Path("refused"), Is.EqualTo("BilesikKisiSorgulaResult"));

        static string Path(string name) =>
            Wire(SampleAnswers.All[name]).Descendants(Ns + "Kod").Single().Parent!.Parent!.Name.LocalName;
    }

    [TestCase("citizen", "KisiBilgisi/DurumBilgisi/OlumTarih")]
    [TestCase("blue-card", "KisiBilgisi/DurumBilgisi/OlumTarih")]
    [TestCase("citizen", "KisiBilgisi/TemelBilgisi/DogumTarih")]
    public void DatesClientsDemand_AreThereWithNilLeavesByDefault(string name, string path)
    {
        var tarih = path.Split('/').Aggregate(
            Wire(SampleAnswers.All[name]).Descendants(Ns + "KisiBilgisi").Single().Parent!,
            (element, step) => element.Element(Ns + step)!);

        Assert.That(tarih.Elements().Select(leaf => leaf.Name.LocalName), Is.EqualTo(["Ay", "Gun", "Yil"]));
    }

    [Test]
    public void Address_HasItsFourPartsWhenItIsThere()
    {
        var adres = Wire(SampleAnswers.CitizenWithAddress()).Descendants(Ns + "AdresBilgisi").Single();

        Assert.That(
            adres.Elements().Select(element => element.Name.LocalName),
            Is.SupersetOf(new[] { "BeldeAdresi", "IlIlceMerkezAdresi", "KoyAdresi", "YurtDisiAdresi" }));
        Assert.That(KpsServiceReader.Read(adres.Document!.ToString()), Is.Not.Null);
    }

    [Test]
    public void IndentedAnswer_IsReadToo() =>
        Assert.That(KpsServiceReader.Read(Wire(SampleAnswers.DeceasedCitizen()).ToString(SaveOptions.None)), Is.Not.Null);

    [TestCase("no-record", "Sonuc")]
    [TestCase("citizen", "OlumTarih")]
    [TestCase("blue-card", "OlumTarih")]
    [TestCase("citizen", "Cinsiyet")]
    [TestCase("citizen", "DogumTarih")]
    public void ReaderBreaks_WhenThisIsNil(string name, string element)
    {
        var answer = Wire(SampleAnswers.All[name]);
        answer.Descendants(Ns + element).First().ReplaceWith(Nil(element));

        Assert.That(() => KpsServiceReader.Read(answer.ToString(SaveOptions.DisableFormatting)), Throws.Exception);
    }

    [TestCase("citizen", "MaviKartliKisiKutukleri")]
    [TestCase("citizen", "OlumTarih")]
    [TestCase("foreigner-living", "DurumBilgisi")]
    public void ReaderBreaks_WhenThisIsMissing(string name, string element)
    {
        var answer = Wire(SampleAnswers.All[name]);
        answer.Descendants(Ns + element).First().Remove();

        Assert.That(() => KpsServiceReader.Read(answer.ToString(SaveOptions.DisableFormatting)), Throws.Exception);
    }

    [Test]
    public void ReaderBreaks_WhenALivingForeignerHasADateOfDeathOfAnyKind()
    {
        foreach (var olum in new[] { Nil("OlumTarih"), new XElement(Ns + "OlumTarih", Nil("Ay"), Nil("Gun"), Nil("Yil")) })
        {
            var answer = Wire(SampleAnswers.Foreigner(deceased: false));
            answer.Descendants(Ns + "DurumBilgisi").Single().Add(olum);

            Assert.That(() => KpsServiceReader.Read(answer.ToString(SaveOptions.DisableFormatting)), Throws.Exception);
        }
    }

    [Test]
    public void ReaderBreaks_WhenAnEmptyContainerIsExpanded()
    {
        var answer = SampleAnswers.Citizen();
        answer.Sonuc!.MaviKartliKisiKutukleri = new MaviKartliKisiKutukleri { HataBilgisi = new() { Kod = 2 } };

        Assert.That(() => Read(answer), Throws.Exception);
    }

    [Test]
    public void ReaderBreaks_OnPrefixedMembers()
    {
        var answer = Wire(SampleAnswers.Citizen());
        answer.Root!.Attribute("xmlns")!.Remove();
        answer.Root.Add(new XAttribute(XNamespace.Xmlns + "a", KpsNamespaces.Service));

        var text = answer.ToString(SaveOptions.DisableFormatting);

        Assert.That(text, Does.Contain("<a:Sonuc>"));
        Assert.That(() => KpsServiceReader.Read(text), Throws.Exception);
    }

    private static KpsServiceReader.Person? Read(KpsServisSonucuBilesikKisiBilgisi answer) =>
        KpsServiceReader.Read(AnswerXml.Text(AnswerXml.Response(answer)));

    private static XDocument Wire(KpsServisSonucuBilesikKisiBilgisi answer) =>
        XDocument.Parse(AnswerXml.Text(AnswerXml.Response(answer)));

    private static XElement Nil(string name) => new(Ns + name, new XAttribute(Xsi + "nil", "true"));
}
