using Nvi.Simulator.Population;
using Nvi.Simulator.Population.Addresses;
using static Nvi.Simulator.Tests.Population.PopulationProperty;

namespace Nvi.Simulator.Tests.Population.Addresses;

internal sealed class PersonAddressesTests
{
    private static readonly DateOnly Present = new(2026, 1, 1);

    [Test]
    public void Codes_StandInTheListsOfTheAddressDatabase() => Holds(person => All(person).Where(address => address.YurtIci is not null).All(address =>
    {
        var home = address.YurtIci!;
        return Uavt.Iller.Contains(home.Il)
            && Uavt.IlcelerOf(home.Il.Kod).Contains(home.Ilce)
            && Uavt.MahallelerOf(home.Ilce.Kod).Contains(home.Mahalle)
            && Uavt.CsbmlerOf(home.Mahalle.Kod).Contains(home.Csbm);
    }));

    [Test]
    public void Parts_AreThoseOfTheKind() => Holds(person => All(person).All(address =>
        (address.YurtDisi is not null) == (address.Tip == AdresTip.YurtDisi)
        && (address.YurtIci is null) == (address.Tip == AdresTip.YurtDisi)
        && (address.YurtIci is not { } home || (home.Mahalle.Tip == address.Tip && (home.Mahalle.YerlesimYeri is null) == (address.Tip == AdresTip.IlIlceMerkezi)))
        && (address.YurtDisi is not { } abroad || (abroad.DisTemsDuzeltmeNeden is null) == (abroad.DisTemsDuzeltmeBeyanTarih is null))
        && address.AcikAdres.Length > 10
        && (address.TasinmaNedenAciklama is null || address.TasinmaNeden.Aciklama == "DİĞER")));

    [Test]
    public void Dead_AndFormerRecordsHaveNone() => Holds(person =>
        (!person.IsDeceased && person.GercekKisiKimlikNo is null) || (People.AddressesOf(person) is { YerlesimYeri: null, Digerleri.Count: 0 }));

    [Test]
    public void Dates_FollowOneAnotherWithinTheLife() => Holds(person => All(person).All(address =>
        address.TasinmaTarihi.FirstDay > person.DogumTarih.FirstDay
        && address.TasinmaTarihi.FirstDay <= address.BeyanTarihi.FirstDay
        && address.BeyanTarihi.FirstDay <= address.TescilTarihi.FirstDay
        && address.TescilTarihi.FirstDay < Present));

    [Test]
    public void Household_SharesItsAddress() => Holds(person =>
    {
        if (person.IsDeceased || person.EsKimlikNo is not { } number || Find(number).IsDeceased)
            return true;
        var (own, theirs) = (People.AddressesOf(person).YerlesimYeri, People.AddressesOf(Find(number)).YerlesimYeri);
        return own?.AdresNo == theirs?.AdresNo && own?.YurtIci == theirs?.YurtIci && own?.BeyandaBulunanKimlikNo == theirs?.BeyandaBulunanKimlikNo;
    });

    [Test]
    public void Minor_LivesWithAParent() => Holds(
        person =>
        {
            if (person.IsDeceased || 2026 - person.DogumTarih.Yil >= 18)
                return true;
            var parents = new[] { person.AnneKimlikNo, person.BabaKimlikNo }.OfType<Kps.Contracts.Tckn>().Select(Find).Where(parent => !parent.IsDeceased).ToList();
            return parents.Count == 0 || parents.Any(parent => People.AddressesOf(parent).YerlesimYeri?.AdresNo == People.AddressesOf(person).YerlesimYeri?.AdresNo);
        },
        tests: 10_000);

    [Test]
    public void Number_IsOneHouseholdsAndOfOneAddress()
    {
        var addresses = Enumerable.Range(0, 9_600).SelectMany(index => All(People.At(index))).GroupBy(address => address.AdresNo).ToList();

        Assert.That(addresses.Where(group => group.Select(address => address.AcikAdres).Distinct().Count() > 1), Is.Empty);
        Assert.That(addresses.Count(group => group.Count() > 1), Is.GreaterThan(500));
    }

    [Test]
    public void Shares_ArePlausible()
    {
        var living = Enumerable.Range(0, 64_000).Select(index => People.At(index)).Where(person => !person.IsDeceased && person.GercekKisiKimlikNo is null)
            .Select(person => (person.Kind, Addresses: People.AddressesOf(person))).ToList();
        double Share(PersonKind? kind, Func<KisiAdresleri, bool> isCounted)
        {
            var some = living.Where(each => kind is null || each.Kind == kind).ToList();
            return 100.0 * some.Count(each => isCounted(each.Addresses)) / some.Count;
        }

        Assert.That(Share(null, each => each.YerlesimYeri is null), Is.InRange(2, 4));
        Assert.That(Share(null, each => each.Digerleri.Count > 0), Is.InRange(5, 11));
        Assert.That(Share(PersonKind.Citizen, each => each.YerlesimYeri?.Tip == AdresTip.IlIlceMerkezi), Is.InRange(55, 68));
        Assert.That(Share(PersonKind.Citizen, each => each.YerlesimYeri?.Tip == AdresTip.Belde), Is.InRange(8, 18));
        Assert.That(Share(PersonKind.Citizen, each => each.YerlesimYeri?.Tip == AdresTip.Koy), Is.InRange(14, 26));
        Assert.That(Share(PersonKind.Citizen, each => each.YerlesimYeri?.Tip == AdresTip.YurtDisi), Is.InRange(2, 9));
        Assert.That(Share(PersonKind.BlueCard, each => each.YerlesimYeri?.Tip == AdresTip.YurtDisi), Is.InRange(65, 90));
        Assert.That(Share(PersonKind.Foreigner, each => each.YerlesimYeri?.YurtIci is not null), Is.GreaterThan(80));
    }

    [Test]
    public void BlueCardHolder_LivesInTheCountryOfTheirNationality() => Holds(
        person => person.Kind != PersonKind.BlueCard || People.AddressesOf(person).YerlesimYeri?.YurtDisi is not { } abroad || abroad.YabanciUlke == person.Uyruk,
        tests: 10_000);

    [Test]
    public void Text_OfAnAddressIsItsKind()
    {
        var address = All(PopulationProperty.Find(People.Samples.KoyAdresi)).Single();

        Assert.That(address.ToString(), Is.EqualTo("Koy"));
        Assert.That(address.AcikAdres, Does.Contain("KÖYÜ").And.Contain(address.YurtIci!.Csbm.Ad));
    }

    private static IEnumerable<Adres> All(Person person) =>
        People.AddressesOf(person) is var addresses && addresses.YerlesimYeri is { } home ? [home, .. addresses.Digerleri] : addresses.Digerleri;
}
