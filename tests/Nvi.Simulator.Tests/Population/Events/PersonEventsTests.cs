using Nvi.Simulator.Population;
using Nvi.Simulator.Population.Events;
using static Nvi.Simulator.Tests.Population.PopulationProperty;

namespace Nvi.Simulator.Tests.Population.Events;

internal sealed class PersonEventsTests
{
    private static readonly DateOnly Present = new(2026, 1, 1);

    [Test]
    public void Event_HasItsFactAndEveryFactItsEvent() => Holds(person =>
    {
        var events = People.EventsOf(person);
        if (person.Kind == PersonKind.Foreigner)
            return events.Count == 0;
        IEnumerable<NviTarih> Of(OlayTipi tip) => events.Where(each => each.Tip == tip).Select(each => each.Tarih);
        var isCitizen = person.Kind == PersonKind.Citizen;
        return Of(OlayTipi.Dogum).SequenceEqual([person.DogumTarih])
            && Of(OlayTipi.Olum).SequenceEqual(person.OlumTarih is null ? [] : [person.OlumTarih])
            && Of(OlayTipi.Evlenme).SequenceEqual(person.Evlilikler.Select(marriage => marriage.EvlenmeTarih))
            && Of(OlayTipi.Bosanma).SequenceEqual(person.Evlilikler.Select(marriage => marriage.BosanmaTarih).OfType<NviTarih>())
            && Of(OlayTipi.SoyadiDegisikligi).All(date => person.Cinsiyet == Cinsiyet.Kadin && person.Evlilikler.Any(marriage => marriage.BosanmaTarih == date))
            && Of(OlayTipi.VatandaslikKaybetme).Count() == (IsBlueCardOrWas(person) ? 1 : 0)
            && Of(OlayTipi.VatandaslikKazanma).Count() == (isCitizen && (person.OncekiYabanciKimlikNo is not null || IsBlueCardOrWas(person)) ? 1 : 0)
            && Of(OlayTipi.SoybagiDuzeltme).Count() <= (isCitizen && person.AnneKimlikNo is not null ? 1 : 0);
    });

    [Test]
    public void Events_StandInTheOrderTheyHappened() => Holds(person =>
    {
        var events = People.EventsOf(person);
        var between = events.Where(each => each.Tip is not (OlayTipi.Dogum or OlayTipi.Olum)).ToList();
        return events.Select(each => each.Tip).SkipLast(1).All(tip => tip != OlayTipi.Olum)
            && events.Skip(1).All(each => each.Tip != OlayTipi.Dogum)
            && between.Select(each => each.Tarih.FirstDay).SequenceEqual(between.Select(each => each.Tarih.FirstDay).Order())
            && between.All(each => each.Tarih.IsFull && each.Tarih.FirstDay > person.DogumTarih.LastDay && each.Tarih.FirstDay < (person.OlumTarih?.FirstDay ?? Present));
    });

    [Test]
    public void Number_IsSharedByTheTwoOfAMarriageAndByNobodyElse()
    {
        var entries = Enumerable.Range(0, 9_600).Select(index => People.At(index)).SelectMany(person => People.EventsOf(person)).GroupBy(each => each.KayitNo).ToList();

        Assert.That(entries.Where(group => group.Any(each => each.KayitNo <= 0)), Is.Empty);
        Assert.That(entries.Where(group => group.Count() > 1 && group.Any(each => each.Tip is not (OlayTipi.Evlenme or OlayTipi.Bosanma))), Is.Empty);
        Assert.That(entries.Where(group => group.Count() > 2 || group.Select(each => (each.Tip, each.Tarih)).Distinct().Count() > 1), Is.Empty);
        Assert.That(entries.Count(group => group.Count() == 2), Is.GreaterThan(1_000));
    }

    [Test]
    public void Registration_IsAfterBirthAndBeforeDeath() => Holds(person =>
        (person.TescilTarih is not null) == (person.Kind == PersonKind.Citizen)
        && (person.TescilTarih is not { } day || (day.FirstDay > person.DogumTarih.LastDay && day.FirstDay < (person.OlumTarih?.FirstDay ?? Present))));

    [Test]
    public void Naturalised_HasNoDocumentOfBefore() => Holds(
        person => person.OncekiYabanciKimlikNo is null
            || (People.EventsOf(person).Single(each => each.Tip == OlayTipi.VatandaslikKazanma).Tarih is var won
                && won == person.TescilTarih
                && (person.NufusCuzdani is null || person.NufusCuzdani.VerilmeTarih.Yil > won.Yil)
                && (person.KimlikKarti is null || person.KimlikKarti.SonGecerlilikTarih.Yil - 10 > won.Yil)),
        tests: 20_000);

    [Test]
    public void EveryKind_Happens()
    {
        var kinds = Enumerable.Range(0, 20_000).SelectMany(index => People.EventsOf(People.At(index))).Select(each => each.Tip).Distinct();

        Assert.That(kinds, Is.EquivalentTo(Enum.GetValues<OlayTipi>()));
    }

    [Test]
    public void Text_NamesNobody() => Holds(person => People.EventsOf(person).All(each =>
        each.ToString() == each.Tip.ToString() && each.Aciklama.Length > 0 && !each.Aciklama.Split(' ').Intersect([person.Ad, person.Soyad]).Any()));

    // A blue-card record, or the citizen's record of who won citizenship back.
    private static bool IsBlueCardOrWas(Person person) =>
        person.Kind == PersonKind.BlueCard
        || (person.Kind == PersonKind.Citizen && person.Index + 1 < People.Count
            && People.At(person.Index + 1) is { Kind: PersonKind.BlueCard } next && next.KazanilanTCKimlikNo == person.KimlikNo);
}
