using Nvi.Simulator.Population;
using Nvi.Simulator.Population.Addresses;
using Kps.Contracts;

namespace Nvi.Simulator.Tests.Population;

internal sealed class SampleFinderTests
{
    [TestCase(1_000)]
    [TestCase(100_000)]
    public void Samples_AreWhatTheirNamesSay(long count)
    {
        var people = new NviPopulation(count);
        var samples = people.Samples;
        Person Find(Tckn number) => people.Find(number.Value)!;
        KisiAdresleri Addresses(Tckn number) => people.AddressesOf(Find(number));

        Tckn[] living =
        [
            samples.Divorced, samples.Remarried, samples.Widowed, samples.Naturalised, samples.LargestFamily, samples.NamesakesTwins.One, samples.NamesakesTwins.Other,
            samples.IlIlceMerkeziAdresi, samples.BeldeAdresi, samples.KoyAdresi, samples.YurtDisiAdresi, samples.DigerAdresi, samples.WithoutAddress, samples.OldBook, samples.NewBook,
        ];
        Assert.That(living.Select(Find), Has.All.Matches<Person>(person => person is { Kind: PersonKind.Citizen, IsDeceased: false }));
        Assert.That(Find(samples.Divorced), Has.Property(nameof(Person.MedeniHal)).EqualTo(MedeniHal.Bosanmis));
        Assert.That(Find(samples.Remarried).Evlilikler.Select(marriage => marriage.BosanmaTarih is null), Is.EqualTo(new[] { false, true }));
        Assert.That(Find(Find(samples.Widowed).EsKimlikNo!.Value).IsDeceased, Is.True);
        Assert.That(Find(samples.Naturalised).OncekiYabanciKimlikNo, Is.Not.Null);
        Assert.That(Find(samples.LargestFamily).Cocuklar, Has.Count.EqualTo(18));
        Assert.That(Addresses(samples.IlIlceMerkeziAdresi).YerlesimYeri!.Tip, Is.EqualTo(AdresTip.IlIlceMerkezi));
        Assert.That(Addresses(samples.BeldeAdresi).YerlesimYeri!.Tip, Is.EqualTo(AdresTip.Belde));
        Assert.That(Addresses(samples.KoyAdresi).YerlesimYeri!.Tip, Is.EqualTo(AdresTip.Koy));
        Assert.That(Addresses(samples.YurtDisiAdresi).YerlesimYeri!.Tip, Is.EqualTo(AdresTip.YurtDisi));
        Assert.That(Addresses(samples.DigerAdresi).Digerleri, Is.Not.Empty);
        Assert.That(Addresses(samples.WithoutAddress), Is.EqualTo(KisiAdresleri.None));
    }

    [Test]
    public void Namesakes_AreEqualInAllASearchAsksFor()
    {
        var people = new NviPopulation();
        var (one, other) = (people.Find(people.Samples.NamesakesTwins.One.Value)!, people.Find(people.Samples.NamesakesTwins.Other.Value)!);

        Assert.That(one.KimlikNo, Is.Not.EqualTo(other.KimlikNo));
        Assert.That((one.Ad, one.Soyad, one.DogumTarih, one.AnneAd, one.BabaAd, one.Cinsiyet, one.DogumYer), Is.EqualTo(
            (other.Ad, other.Soyad, other.DogumTarih, other.AnneAd, other.BabaAd, other.Cinsiyet, other.DogumYer)));
        Assert.That(one.DogumTarih.IsFull, Is.True);
        Assert.That(one.KayitYeri, Is.Not.EqualTo(other.KayitYeri));
    }

    [Test]
    public void Books_AreGivenByATaxOfficeBeforeJune2000AndByADistrictSince()
    {
        var people = new NviPopulation();
        var limit = new DateOnly(2000, 6, 1);
        var books = Enumerable.Range(0, 20_000).Select(index => people.At(index).NufusCuzdani).OfType<NufusCuzdani>().ToList();

        Assert.That(books.Where(book => book.VerildigiIlce.Aciklama.EndsWith(" MALİYE SAYMANLIĞI", StringComparison.Ordinal) != book.VerilmeTarih.FirstDay < limit), Is.Empty);
        Assert.That(books.Count(book => book.VerilmeTarih.FirstDay < limit), Is.GreaterThan(1_000));
        Assert.That(books.Count(book => book.VerilmeTarih.FirstDay >= limit), Is.GreaterThan(1_000));
        Assert.That(people.Find(people.Samples.OldBook.Value)!.NufusCuzdani!.VerilmeTarih.FirstDay, Is.LessThan(limit));
        Assert.That(people.Find(people.Samples.NewBook.Value)!.NufusCuzdani!.VerilmeTarih.FirstDay, Is.GreaterThanOrEqualTo(limit));
    }
}
