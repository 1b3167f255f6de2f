using Nvi.Simulator.Population;
using static Nvi.Simulator.Tests.Population.PopulationProperty;

namespace Nvi.Simulator.Tests.Population;

internal sealed class MarriageTests
{
    [Test]
    public void Marriage_StandsOnBothRecordsWithTheSameDates() => Holds(person => person.Evlilikler.All(marriage =>
        Find(marriage.EsKimlikNo).Evlilikler.Count(other => other == marriage with { EsKimlikNo = person.KimlikNo }) == 1
        && Find(marriage.EsKimlikNo).Cinsiyet != person.Cinsiyet));

    [Test]
    public void Marriages_FollowOneAnother() => Holds(person =>
    {
        var dates = person.Evlilikler.SelectMany(marriage => new[] { marriage.EvlenmeTarih, marriage.BosanmaTarih }).ToList();
        return dates.SkipLast(1).All(date => date is not null)
            && dates.OfType<NviTarih>().Select(date => date.FirstDay).SequenceEqual(dates.OfType<NviTarih>().Select(date => date.FirstDay).Order());
    });

    [Test]
    public void Marriage_IsOfAdultsAndEndsWithinTheLivesOfBoth() => Holds(person => person.Evlilikler.All(marriage =>
        marriage.EvlenmeTarih.IsFull
        && marriage.EvlenmeTarih.Yil - person.DogumTarih.Yil >= 18
        && (marriage.BosanmaTarih is null || marriage.BosanmaTarih.IsFull)
        && (marriage.BosanmaTarih ?? marriage.EvlenmeTarih).Yil < (person.OlumTarih?.Yil ?? 2026)));

    [Test]
    public void Child_IsBornInItsParentsMarriage() => Holds(person =>
    {
        if (person is not { AnneKimlikNo: { } mother, BabaKimlikNo: { } father })
            return true;
        var marriage = Find(mother).Evlilikler.Single(each => each.EsKimlikNo == father);
        return marriage.EvlenmeTarih.Yil < person.DogumTarih.Yil && (marriage.BosanmaTarih is null || marriage.BosanmaTarih.Yil > person.DogumTarih.Yil);
    });

    [Test]
    public void State_IsThatOfTheLastMarriage() => Holds(person => person.Evlilikler is [.., var last]
        ? last.BosanmaTarih is null
            ? person.EsKimlikNo == last.EsKimlikNo && person.MedeniHal is MedeniHal.Evli or MedeniHal.Dul
            : person.EsKimlikNo is null && person.MedeniHal == MedeniHal.Bosanmis
        : person.EsKimlikNo is null && person.MedeniHal == MedeniHal.Bekar);

    [Test]
    public void Surname_OfADivorcedWomanIsHerOwnOrThatOfTheFormerHusband() => Holds(person =>
    {
        if (person is not { MedeniHal: MedeniHal.Bosanmis, Cinsiyet: Cinsiyet.Kadin })
            return person.OncekiSoyad is null || person.Cinsiyet == Cinsiyet.Kadin;
        var husband = Find(person.Evlilikler[^1].EsKimlikNo).Soyad;
        return person.OncekiSoyad is null ? person.Soyad == husband : person.Soyad == husband != (person.OncekiSoyad == husband);
    });

    [Test]
    public void Shares_OfDivorceAndRemarriageArePlausible()
    {
        var adults = Enumerable.Range(0, 64_000).Select(index => People.At(index)).Where(person => person.Evlilikler.Count > 0).ToList();
        double Share(Func<Person, bool> isCounted) => 100.0 * adults.Count(isCounted) / adults.Count;

        Assert.That(Share(person => person.MedeniHal == MedeniHal.Bosanmis), Is.InRange(4, 15));
        Assert.That(Share(person => person.Evlilikler.Count > 1), Is.InRange(0.5, 6));
        Assert.That(Share(person => person.MedeniHal == MedeniHal.Dul), Is.InRange(15, 50));
    }

    [Test]
    public void Text_OfAMarriageIsTheMaskedNumber()
    {
        var marriage = People.At(0).Evlilikler[0];

        Assert.That(marriage.ToString(), Is.EqualTo(marriage.EsKimlikNo.ToString()).And.Contain("*****"));
    }
}
