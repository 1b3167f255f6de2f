using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Kps.Contracts;
using Nvi.Simulator.Population;

namespace Nvi.Simulator.Tests.Population;

internal sealed class NviPopulationTests
{
    private static readonly NviPopulation People = new(NviPopulation.Largest);

    private static Config Config => Config.QuickThrowOnFailure.WithMaxTest(3_000);

    private static Arbitrary<int> Indexes => Gen.Choose(0, (int)People.Count - 1).ToArbitrary();

    [Test]
    public void Number_LeadsBackToItsPerson() =>
        Prop.ForAll(Indexes, index =>
        {
            var person = People.At(index);
            return person.Index == index && People.Find(person.KimlikNo.Value)?.Index == index;
        }).Check(Config);

    [Test]
    public void Number_PassesTheChecksumAndLiesInItsRange() =>
        Prop.ForAll(Indexes, index =>
        {
            var person = People.At(index);
            var isOdd = index % 32 == 13 && index < 8 * 32;
            return person.KimlikNo.HasValidChecksum == !isOdd
                && person.KimlikNo.IsForeignRange == (person.Kind == PersonKind.Foreigner);
        }).Check(Config);

    [Test]
    public void Number_IsNobodyElses()
    {
        var numbers = new HashSet<long>();
        for (var index = 0L; index < 100_000; index++)
            numbers.Add(People.At(index).KimlikNo.Value);

        Assert.That(numbers, Has.Count.EqualTo(100_000));
    }

    [Test]
    public void Find_KnowsNobodyBySomethingLikeANumber() =>
        Prop.ForAll(Indexes, index =>
        {
            var number = People.At(index).KimlikNo.Value;
            return People.Find(number - (number % 10) + ((number + 1) % 10)) is null
                && People.Find(number * 10) is null
                && People.Find(-number) is null
                && People.Find(index) is null;
        }).Check(Config);

    [Test]
    public void Spouse_IsMutualAndOfTheOtherSex() =>
        Prop.ForAll(Indexes, index =>
        {
            var person = People.At(index);
            if (person.EsKimlikNo is not { } number)
                return person.MedeniHal is MedeniHal.Bekar or MedeniHal.Bosanmis;
            var spouse = People.Find(number.Value);
            return spouse is not null && spouse.EsKimlikNo == person.KimlikNo && spouse.Cinsiyet != person.Cinsiyet
                && person.MedeniHal is MedeniHal.Evli or MedeniHal.Dul && !(person.MedeniHal == MedeniHal.Dul && spouse.MedeniHal == MedeniHal.Dul)
                && person.Soyad == spouse.Soyad;
        }).Check(Config);

    [Test]
    public void Parents_KnowTheirChildAndWereOfAge() =>
        Prop.ForAll(Indexes, index =>
        {
            var person = People.At(index);
            return IsParent(person, person.AnneKimlikNo, Cinsiyet.Kadin, person.AnneAd, 45)
                && IsParent(person, person.BabaKimlikNo, Cinsiyet.Erkek, person.BabaAd, 62);
        }).Check(Config);

    [Test]
    public void Children_NameThisPersonAsParent() =>
        Prop.ForAll(Indexes, index =>
        {
            var person = People.At(index);
            return person.Cocuklar.Distinct().Count() == person.Cocuklar.Count
                && person.Cocuklar.All(number => People.Find(number.Value) is { } child
                    && (person.Cinsiyet == Cinsiyet.Kadin ? child.AnneKimlikNo : child.BabaKimlikNo) == person.KimlikNo);
        }).Check(Config);

    [Test]
    public void SecondRecord_IsLinkedAndOfTheSamePerson() =>
        Prop.ForAll(Indexes, index =>
        {
            var person = People.At(index);
            if (person.KazanilanTCKimlikNo is not { } won)
                return person.GercekKisiKimlikNo is null;
            var citizen = People.Find(won.Value);
            return citizen is { Kind: PersonKind.Citizen } && person.GercekKisiKimlikNo == won && person.Kind != PersonKind.Citizen
                && citizen.DogumTarih == person.DogumTarih && citizen.OlumTarih == person.OlumTarih && citizen.Cinsiyet == person.Cinsiyet
                && (person.Kind != PersonKind.Foreigner || citizen.OncekiYabanciKimlikNo == person.KimlikNo);
        }).Check(Config);

    [Test]
    public void PreviousForeignNumber_IsLinkedBothWays() =>
        Prop.ForAll(Indexes, index =>
        {
            var person = People.At(index);
            return person.OncekiYabanciKimlikNo is not { } former
                || People.Find(former.Value) is { Kind: PersonKind.Foreigner } foreigner && foreigner.KazanilanTCKimlikNo == person.KimlikNo;
        }).Check(Config);

    [Test]
    public void Dates_AreRealAndInOrder() =>
        Prop.ForAll(Indexes, index =>
        {
            var person = People.At(index);
            var documents = new[]
            {
                person.NufusCuzdani?.VerilmeTarih, person.MaviKart?.VerilmeTarih, person.GeciciKimlik?.DuzenlenmeTarih,
            }.OfType<NviTarih>().ToList();
            return IsReal(person.DogumTarih) && (person.OlumTarih is null || (IsReal(person.OlumTarih) && person.OlumTarih.Yil > person.DogumTarih.Yil))
                && documents.All(date => date.Yil > person.DogumTarih.Yil && (person.OlumTarih is null || date.Yil < person.OlumTarih.Yil) && date.Yil <= 2025)
                && (person.Izin is not { } permit || (permit.IzinBaslangicTarih.Year >= person.DogumTarih.Yil
                    && (permit.IzinBitisTarih is null) == (permit.BitisTarihiBelirsizOlmaNeden is not null)));
        }).Check(Config);

    [Test]
    public void Register_HoldsItsOwnMembersOnly() =>
        Prop.ForAll(Indexes, index =>
        {
            var person = People.At(index);
            return (person.KayitYeri is not null) == (person.Kind == PersonKind.Citizen)
                && (person.Izin is not null) == (person.Kind == PersonKind.Foreigner)
                && (person.Kind == PersonKind.Citizen || (person.NufusCuzdani is null && person.KimlikKarti is null))
                && (person.Kind == PersonKind.BlueCard || (person.MaviKart is null && person.YeniMaviKart is null));
        }).Check(Config);

    [Test]
    public void SmallerPopulation_HasTheSamePeopleAndNoLinkBeyondItsEnd()
    {
        var few = new NviPopulation(1_013);
        for (var index = 0L; index < few.Count; index++)
        {
            var person = few.At(index);
            Assert.That(person.KimlikNo, Is.EqualTo(People.At(index).KimlikNo));
            Tckn?[] links =
            [
                person.AnneKimlikNo, person.BabaKimlikNo, person.EsKimlikNo, person.KazanilanTCKimlikNo, person.OncekiYabanciKimlikNo,
                .. person.Cocuklar.Cast<Tckn?>(),
            ];
            Assert.That(links.OfType<Tckn>().All(number => few.Find(number.Value) is not null), Is.True, $"index {index}");
        }

        Assert.That(few.Find(People.At(1_013).KimlikNo.Value), Is.Null);
        Assert.That(() => few.At(1_013), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(few.Samples, Is.EqualTo(People.Samples));
    }

    [Test]
    public void Samples_AreWhatTheirNamesSay()
    {
        var samples = People.Samples;
        Person Find(Tckn number) => People.Find(number.Value)!;

        Assert.That(Find(samples.Citizen), Is.Not.Null.And.Property(nameof(Person.Kind)).EqualTo(PersonKind.Citizen));
        Assert.That(Find(samples.BlueCard).Kind, Is.EqualTo(PersonKind.BlueCard));
        Assert.That(Find(samples.Foreigner).Kind, Is.EqualTo(PersonKind.Foreigner));
        Assert.That(Find(samples.Deceased).OlumTarih!.IsFull, Is.True);
        Assert.That(Find(samples.DeceasedYearOnly).OlumTarih, Is.Not.Null.And.Property(nameof(NviTarih.Ay)).Null);
        Assert.That(Find(samples.DeceasedForeigner).IsDeceased, Is.True);
        Assert.That(samples.ForeignerWithoutChecksum.HasValidChecksum, Is.False);
        Assert.That(Find(samples.ForeignerWithoutChecksum).Kind, Is.EqualTo(PersonKind.Foreigner));
        Assert.That(samples.Unknown.HasValidChecksum, Is.True);
        Assert.That(People.Find(samples.Unknown.Value), Is.Null);
        Assert.That(samples.Invalid.HasValidChecksum, Is.False);
        Assert.That(samples.Invalid.IsForeignRange, Is.False);
    }

    [Test]
    public void Samples_AreTheSameInEveryRun()
    {
        // Recorded once: a change here changes every recorded answer and every demonstration script.
        Assert.That(People.Samples.Citizen.Value % 1_000_000, Is.EqualTo(14_222));
        Assert.That(People.Samples.Foreigner.Value % 1_000_000, Is.EqualTo(447_848));
    }

    [Test]
    public void Shares_ArePlausible()
    {
        var people = Enumerable.Range(0, 64_000).Select(index => People.At(index)).ToList();
        double Share(Func<Person, bool> isCounted) => 100.0 * people.Count(isCounted) / people.Count;

        Assert.That(Share(person => person.Kind == PersonKind.BlueCard), Is.InRange(2, 5));
        Assert.That(Share(person => person.Kind == PersonKind.Foreigner), Is.InRange(4, 9));
        Assert.That(Share(person => person.IsDeceased), Is.InRange(20, 50));
        Assert.That(Share(person => person.OlumTarih is { IsFull: false }), Is.InRange(1, 8));
        Assert.That(Share(person => person.DogumTarih is { Ay: null }), Is.InRange(1, 6));
        Assert.That(Share(person => person.DogumTarih is { Ay: not null, Gun: null }), Is.InRange(0.1, 4));
        Assert.That(Share(person => person.KimlikKarti is not null), Is.InRange(30, 70));
        Assert.That(Share(person => person.NufusCuzdani?.VerilmeTarih.Yil < 2000), Is.InRange(5, 50));
        Assert.That(Share(person => person.NufusCuzdani?.VerilmeTarih.Yil > 2000), Is.InRange(20, 70));
        Assert.That(Share(person => person.GeciciKimlik is not null), Is.InRange(0.2, 2));
        Assert.That(Share(person => person.YeniMaviKart is not null), Is.InRange(0.5, 3));
    }

    [Test]
    public void Names_AreUpperCasedTheTurkishWayInAnyCulture()
    {
        var people = Enumerable.Range(0, 4_000).Select(index => People.At(index)).ToList();
        var letters = string.Concat(people.Select(person => person.Ad + person.Soyad + person.DogumYer.Aciklama)).Distinct().ToList();

        Assert.That(letters, Is.SupersetOf("İIŞĞÜÖÇ"));
        Assert.That(letters.Where(char.IsLower), Is.Empty);
        Assert.That(people.Select(person => person.Ad), Is.SupersetOf(new[] { "ILGAZ", "İLKER", "ÇİĞDEM", "ÖYKÜ" }));
    }

    [Test]
    public void Text_OfAPersonIsTheMaskedNumber()
    {
        var person = People.At(40);

        Assert.That(person.ToString(), Is.EqualTo(person.KimlikNo.ToString()).And.Contain("*****"));
        Assert.That(person.DogumTarih.ToString(), Does.Not.Contain("19").And.Not.Contain("20"));
    }

    [TestCase(999)]
    [TestCase(10_000_001)]
    public void Population_RefusesSizesBeyondItsBounds(long count) =>
        Assert.That(() => new NviPopulation(count), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static bool IsParent(Person child, Tckn? number, Cinsiyet sex, string name, int oldest)
    {
        if (number is not { } known)
            return true;
        var parent = People.Find(known.Value);
        return parent is not null && parent.Cinsiyet == sex && parent.Ad == name && parent.Cocuklar.Contains(child.KimlikNo)
            && child.DogumTarih.Yil - parent.DogumTarih.Yil is var age && age >= 20 && age <= oldest
            && (parent.OlumTarih is null || parent.OlumTarih.Yil >= child.DogumTarih.Yil);
    }

    private static bool IsReal(NviTarih date) =>
        date.Yil is > 1900 and < 2026
        && (date.Gun is null || date.Ay is not null)
        && (!date.IsFull || DateOnly.TryParseExact($"{date.Yil:D4}-{date.Ay:D2}-{date.Gun:D2}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
}
