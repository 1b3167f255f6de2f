using Nvi.Simulator.Population;
using Nvi.Simulator.Router.ByAnalogy;
using Nvi.Simulator.Soap;
using Nvi.Simulator.Tests.Wire;

namespace Nvi.Simulator.Tests.Router.ByAnalogy;

internal sealed class KisiSorgulaTests
{
    private static readonly NviPopulation People = new();
    private static readonly KisiBilgileriService ByName = new(People);
    private static readonly KayitYeriService ByPlace = new(People);

    [Test]
    public void Citizen_IsFoundByName()
    {
        var person = People.Find(People.Samples.Citizen.Value)!;
        var response = Sorgu.Ask(ByName, Description(person));
        var found = response.Items().Single();

        Assert.That(response.At("SorgulaResult").Hata(), Is.Null);
        Assert.That((long)found.At("TCKimlikNo"), Is.EqualTo(person.KimlikNo.Value));
        Assert.That(found.At("TemelBilgisi", "Soyad").Value, Is.EqualTo(person.Soyad));
        Assert.That(found.At("TemelBilgisi").Elements().First().Name.NamespaceName, Is.EqualTo(Ns.Nvi + "2021/04/01"));
        Assert.That(found.At("TemelBilgisi", "DogumTarih").Elements().First().Name.NamespaceName, Is.EqualTo(Ns.Common));
    }

    [Test]
    public void Name_IsComparedInTurkishCapitals()
    {
        var person = Enumerable.Range(0, 1_000).Select(index => People.At(index)).First(each => each is { Kind: PersonKind.Citizen, Ad: "ILGAZ" or "İLKER" or "IRMAK" or "İNCİ" });
        var lower = person.Ad.ToLower(System.Globalization.CultureInfo.GetCultureInfo("tr-TR"));
        var members = Description(person);
        members[0] = ("Ad", $" {lower}");

        Assert.That(Sorgu.Ask(ByName, members).Items().Select(found => (long)found.At("TCKimlikNo")), Does.Contain(person.KimlikNo.Value));
    }

    [Test]
    public void Namesakes_AreBothListed()
    {
        var (one, other) = (People.Samples.NamesakesTwins.One, People.Samples.NamesakesTwins.Other);
        var found = Sorgu.Ask(ByName, Description(People.Find(one.Value)!)).Items();

        Assert.That(found.Select(each => (long)each.At("TCKimlikNo")), Is.EqualTo(new[] { one.Value, other.Value }));
    }

    [Test]
    public void ElevenOrMore_AreError11AndNobody()
    {
        var common = Enumerable.Range(0, 60_000).Select(index => People.At(index)).Where(person => person.Kind == PersonKind.Citizen)
            .GroupBy(person => (person.Ad, person.Soyad)).First(group => group.Count() > 10).Key;
        var response = Sorgu.Ask(ByName, ("Ad", common.Ad), ("Soyad", common.Soyad));

        Assert.That(response.At("SorgulaResult").Hata(), Is.EqualTo(11));
        Assert.That(response.At("SorgulaResult", "HataBilgisi", "Aciklama").Value, Is.EqualTo("Çok fazla kayıt"));
        Assert.That(response.At("SorgulaResult", "SorguSonucu").IsNil(), Is.True);
    }

    [Test]
    public void Nobody_IsError2AndAnEmptyList()
    {
        var response = Sorgu.Ask(ByName, ("Ad", "YOK"), ("Soyad", "YOK"));

        Assert.That(response.At("SorgulaResult").Hata(), Is.EqualTo(2));
        Assert.That(response.Items(), Is.Empty);
        Assert.That(response.At("SorgulaResult", "SorguSonucu").IsNil(), Is.False);
    }

    [Test]
    public void Foreigner_IsNotAmongTheCitizens()
    {
        var person = People.Find(People.Samples.Foreigner.Value)!;

        Assert.That(Sorgu.Ask(ByName, Description(person)).At("SorgulaResult").Hata(), Is.EqualTo(2));
    }

    [TestCase("Ad")]
    [TestCase("Soyad")]
    public void Name_IsNeededWhole(string missing)
    {
        var members = Description(People.Find(People.Samples.Citizen.Value)!).Where(member => member.Name != missing);

        Assert.That(Sorgu.Ask(ByName, [.. members]).At("SorgulaResult").Hata(), Is.EqualTo(10));
        Assert.That(Sorgu.Ask(ByName, [.. members, (missing, "")]).At("SorgulaResult").Hata(), Is.EqualTo(10));
    }

    [Test]
    public void Citizen_IsFoundByPlace()
    {
        var person = People.Find(People.Samples.LargestFamily.Value)!;
        var found = Sorgu.Ask(ByPlace, Place(person, 0)).Items().Single();

        Assert.That(found.Hata(), Is.Null);
        Assert.That((long)found.At("TCKimlikNo"), Is.EqualTo(person.KimlikNo.Value));
        Assert.That((int)found.At("KayitYeriBilgisi", "AileSiraNo"), Is.EqualTo(person.KayitYeri!.AileSiraNo));
    }

    [Test]
    public void Place_OfNobodyIsError2OfTheResult()
    {
        var response = Sorgu.Ask(ByPlace, Place(People.Find(People.Samples.LargestFamily.Value)!, 60));
        var found = response.Items().Single();

        Assert.That(response.At("SorgulaResult").Hata(), Is.Null);
        Assert.That(found.Hata(), Is.EqualTo(2));
        Assert.That(found.At("TCKimlikNo").IsNil() && found.At("TemelBilgisi", "Ad").IsNil(), Is.True);
    }

    [TestCase("AileSiraNo")]
    [TestCase("BireySiraNo")]
    [TestCase("CiltKod")]
    [TestCase("IlceKod")]
    public void Place_IsNeededWhole(string missing)
    {
        var members = Place(People.Find(People.Samples.Citizen.Value)!, 0).Where(member => member.Name != missing);

        Assert.That(Sorgu.Ask(ByPlace, [.. members]).At("SorgulaResult").Hata(), Is.EqualTo(10));
    }

    private static (string Name, object? Value)[] Description(Person person) =>
    [
        ("Ad", person.Ad), ("AnneAd", person.AnneAd), ("BabaAd", person.BabaAd), ("Cinsiyet", (int)person.Cinsiyet), ("DogumAy", person.DogumTarih.Ay),
        ("DogumGun", person.DogumTarih.Gun), ("DogumYer", person.DogumYer.Aciklama), ("DogumYil", person.DogumTarih.Yil), ("Soyad", person.Soyad),
    ];

    private static (string Name, object? Value)[] Place(Person person, int off) =>
    [
        ("AileSiraNo", person.KayitYeri!.AileSiraNo), ("BireySiraNo", person.KayitYeri.BireySiraNo + off), ("CiltKod", person.KayitYeri.Cilt.Kod), ("IlceKod", person.KayitYeri.Ilce.Kod),
    ];
}
