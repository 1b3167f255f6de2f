using Nvi.Simulator.Population;
using Nvi.Simulator.Population.Search;

namespace Nvi.Simulator.Tests.Population.Search;

internal sealed class SearchTests
{
    private static readonly NviPopulation People = new();

    [Test]
    public void Everybody_IsFoundByWhatTheirRecordSays()
    {
        for (var index = 0L; index < People.Count; index += 7)
        {
            var person = People.At(index);
            var found = People.Search(Description(person), 20);
            Assert.That(found.Contains(person, ByIndex.Instance), Is.EqualTo(person.Kind == PersonKind.Citizen), $"person {index}");
            Assert.That(found, Has.Count.LessThanOrEqualTo(2), $"person {index}");
        }
    }

    [Test]
    public void Description_ThatDiffersInOneThingFindsSomebodyElse()
    {
        var person = People.Find(People.Samples.Citizen.Value)!;
        var right = Description(person);
        KisiArama[] wrong =
        [
            right with { AnneAd = "YOK" }, right with { BabaAd = "YOK" }, right with { DogumYer = "YOK" }, right with { DogumYil = person.DogumTarih.Yil + 1 },
            right with { DogumAy = (person.DogumTarih.Ay % 12) + 1 }, right with { DogumGun = (person.DogumTarih.Gun % 28) + 1 },
            right with { Cinsiyet = person.Cinsiyet == Cinsiyet.Erkek ? Cinsiyet.Kadin : Cinsiyet.Erkek }, right with { Soyad = "YOK" },
        ];

        Assert.That(People.Search(right, 20).Select(found => found.Index), Is.EqualTo(new[] { person.Index }));
        foreach (var description in wrong)
            Assert.That(People.Search(description, 20), Is.Empty);
    }

    [Test]
    public void Most_IsKept()
    {
        var person = People.At(40);
        var all = People.Search(new KisiArama(person.Ad, person.Soyad), int.MaxValue);

        Assert.That(all, Has.Count.GreaterThan(1));
        Assert.That(People.Search(new KisiArama(person.Ad, person.Soyad), 1).Select(found => found.Index), Is.EqualTo(new[] { all[0].Index }));
    }

    [Test]
    public void Citizen_IsFoundWhereTheyAreRegistered()
    {
        for (var index = 0L; index < People.Count; index += 3)
        {
            if (People.At(index) is not { KayitYeri: { } place } person)
                continue;
            Assert.That(People.FindAt(place.Ilce.Kod, place.Cilt.Kod, place.AileSiraNo, place.BireySiraNo)?.Index, Is.EqualTo(person.Index));
        }
    }

    [Test]
    public void Place_WithoutAPersonFindsNobody()
    {
        var place = People.Find(People.Samples.Citizen.Value)!.KayitYeri!;

        Assert.That(People.FindAt(place.Ilce.Kod + 1, place.Cilt.Kod, place.AileSiraNo, place.BireySiraNo), Is.Null);
        Assert.That(People.FindAt(place.Ilce.Kod, place.Cilt.Kod + 1, place.AileSiraNo, place.BireySiraNo), Is.Null);
        foreach (var (family, number) in new[] { (0, 1), (1, 0), (-5, 1), (1, 65), (9_001, 1), (int.MaxValue, int.MaxValue), (int.MinValue, int.MinValue), (9_000, 1) })
            Assert.That(People.FindAt(place.Ilce.Kod, place.Cilt.Kod, family, number), Is.Null);
    }

    private static KisiArama Description(Person person) => new(person.Ad, person.Soyad)
    {
        AnneAd = person.AnneAd,
        BabaAd = person.BabaAd,
        Cinsiyet = person.Cinsiyet,
        DogumYer = person.DogumYer.Aciklama,
        DogumYil = person.DogumTarih.Yil,
        DogumAy = person.DogumTarih.Ay,
        DogumGun = person.DogumTarih.Gun,
    };

    private sealed class ByIndex : IEqualityComparer<Person>
    {
        public static readonly ByIndex Instance = new();

        public bool Equals(Person? one, Person? other) => one?.Index == other?.Index;

        public int GetHashCode(Person person) => person.Index.GetHashCode();
    }
}
