using Nvi.Simulator.Population;
using Nvi.Simulator.Population.Addresses;
using Nvi.Simulator.Population.Events;

namespace Nvi.Simulator.Tests.Population.Events;

/// <summary>Counts are held against a count over what every single record says.</summary>
internal sealed class EventCountsTests
{
    private static readonly NviPopulation People = new(20_000);

    private List<(OlayTipi Tip, int Il, int Ilce, DateOnly Day)> _all = null!;

    [OneTimeSetUp]
    public void Count() => _all =
        [.. Enumerable.Range(0, (int)People.Count).Select(index => People.At(index)).Where(person => person.Kind == PersonKind.Citizen).SelectMany(Counted)];

    [TestCase(OlayTipi.Dogum)]
    [TestCase(OlayTipi.Olum)]
    [TestCase(OlayTipi.Evlenme)]
    [TestCase(OlayTipi.Bosanma)]
    public void Count_EqualsOneOverTheRecords(OlayTipi tip)
    {
        var random = new Random(20_260_101 + (int)tip);
        var sum = 0L;
        for (var round = 0; round < 200; round++)
        {
            var il = Uavt.Iller[random.Next(Uavt.Iller.Count)].Kod;
            var ilceler = Uavt.IlcelerOf(il).Select(ilce => ilce.Kod).ToList();
            if (round % 2 == 0)
                ilceler = [ilceler[random.Next(ilceler.Count)]];
            var first = new DateOnly(1930, 1, 1).AddDays(random.Next(35_000));
            var last = first.AddDays(random.Next(8_000));

            var expected = _all.Count(each => each.Tip == tip && each.Il == il && ilceler.Contains(each.Ilce) && each.Day >= first && each.Day <= last);
            Assert.That(People.CountEvents(tip, ilceler, first, last), Is.EqualTo(expected), $"round {round}");
            sum += expected;
        }

        Assert.That(sum, Is.GreaterThan(100));
    }

    [Test]
    public void Bounds_AreCounted()
    {
        var (tip, _, ilce, day) = _all.First(each => each.Tip == OlayTipi.Evlenme);
        long On(DateOnly first, DateOnly last) => People.CountEvents(tip, [ilce], first, last);

        Assert.That(On(day, day), Is.GreaterThan(0));
        Assert.That(On(day.AddDays(-9), day) - On(day.AddDays(-9), day.AddDays(-1)), Is.EqualTo(On(day, day)));
        Assert.That(On(day.AddDays(1), day.AddDays(-1)), Is.Zero);
    }

    [Test]
    public void OtherKinds_AreNotCounted() =>
        Assert.That(People.CountEvents(OlayTipi.SoyadiDegisikligi, Uavt.IlcelerOf(101).Select(ilce => ilce.Kod), DateOnly.MinValue, new DateOnly(2026, 1, 1)), Is.Zero);

    // A marriage stands on two records: it counts on the husband's, or on the wife's when he is no citizen.
    private static IEnumerable<(OlayTipi Tip, int Il, int Ilce, DateOnly Day)> Counted(Person person) =>
        from happened in People.EventsOf(person)
        where happened.Tip is OlayTipi.Dogum or OlayTipi.Olum
            || (happened.Tip is OlayTipi.Evlenme or OlayTipi.Bosanma && (person.Cinsiyet == Cinsiyet.Erkek || Partner(person, happened).Kind != PersonKind.Citizen))
        select (happened.Tip, person.KayitYeri!.Il.Kod, person.KayitYeri.Ilce.Kod, happened.Tarih.FirstDay);

    private static Person Partner(Person person, NufusOlayi happened) => People.Find(
        person.Evlilikler.First(marriage => marriage.EvlenmeTarih == happened.Tarih || marriage.BosanmaTarih == happened.Tarih).EsKimlikNo.Value)!;
}
