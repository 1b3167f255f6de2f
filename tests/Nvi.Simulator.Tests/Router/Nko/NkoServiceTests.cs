using System.Xml.Linq;
using Kps.Contracts;
using Nvi.Simulator.Population;
using Nvi.Simulator.Router.Nko;
using Nvi.Simulator.Tests.Wire;

namespace Nvi.Simulator.Tests.Router.Nko;

internal sealed class NkoServiceTests
{
    private static readonly NviPopulation People = new(20_000);
    private static readonly NkoService Service = new(People);

    [TestCase("KisiKayitOrnek", 1, new[] { 1 })]
    [TestCase("AileKayitOrnek", 2, new[] { 1, 2, 3, 4 })]
    [TestCase("NufusAileKayitOrnek", 3, new[] { 1, 2, 3, 4, 5, 6 })]
    [TestCase("NufusAileKayitOrnekKardesDahil", 4, new[] { 1, 2, 3, 4, 5, 6, 7 })]
    public void Kind_SaysHowFarTheRecordReaches(string kind, int code, int[] relations)
    {
        var record = Ask(People.Samples.LargestFamily, kind);

        Assert.That((int)record.At("NkoTuru", "Kod"), Is.EqualTo(code));
        Assert.That(Relations(record).Distinct().Order(), Is.EqualTo(relations));
        Assert.That(Relations(record)[0], Is.EqualTo(1));
        Assert.That((long)record.At("Kisiler").Elements().First().At("TCKimlikNo"), Is.EqualTo(People.Samples.LargestFamily.Value));
    }

    [Test]
    public void LargestFamily_IsFortyAndTwoFormerWives()
    {
        var plain = Ask(People.Samples.LargestFamily, "NufusAileKayitOrnekKardesDahil");
        var withFormer = Ask(People.Samples.LargestFamily, "NufusAileKayitOrnekKardesDahil", formerSpouses: true);

        Assert.That(Numbers(plain), Has.Count.EqualTo(40).And.Unique);
        Assert.That(Numbers(withFormer), Has.Count.EqualTo(42).And.Unique.And.SupersetOf(Numbers(plain)));
        Assert.That(Relations(withFormer).Count(relation => relation == 8), Is.EqualTo(2));
        Assert.That(Relations(plain).Count(relation => relation is 3 or 4), Is.EqualTo(18));
        Assert.That(Relations(plain).Count(relation => relation == 7), Is.EqualTo(18));
    }

    [Test]
    public void Families_HoldBothWays()
    {
        // Whoever is listed lists the one who asked, under the relation seen from the other side.
        var back = new Dictionary<int, int[]> { [1] = [1], [2] = [2], [3] = [5, 6], [4] = [5, 6], [5] = [3, 4], [6] = [3, 4], [7] = [7], [8] = [8] };
        for (var index = 0L; index < People.Count; index += 41)
        {
            if (People.At(index) is not { Kind: PersonKind.Citizen } person)
                continue;
            foreach (var each in Ask(person.KimlikNo, "NufusAileKayitOrnekKardesDahil", formerSpouses: true).At("Kisiler").Elements())
            {
                var other = People.Find((long)each.At("TCKimlikNo"))!;
                var mirrored = Ask(other.KimlikNo, "NufusAileKayitOrnekKardesDahil", formerSpouses: true).At("Kisiler").Elements()
                    .Where(listed => (long)listed.At("TCKimlikNo") == person.KimlikNo.Value).Select(listed => (int)listed.At("YakinlikKod", "Kod"));
                Assert.That(mirrored, Has.Some.AnyOf(back[(int)each.At("YakinlikKod", "Kod")].Cast<object>().ToArray()), $"{index} and {other.Index}");
            }
        }
    }

    [Test]
    public void People_AreCitizensWithWhatTheirOwnRecordSays()
    {
        foreach (var number in new[] { People.Samples.LargestFamily, People.Samples.Citizen, People.Samples.Remarried, People.Samples.Deceased })
        {
            foreach (var each in Ask(number, "NufusAileKayitOrnekKardesDahil", formerSpouses: true).At("Kisiler").Elements())
            {
                var person = People.Find((long)each.At("TCKimlikNo"))!;
                Assert.That(person.Kind, Is.EqualTo(PersonKind.Citizen));
                Assert.That(each.At("TemelBilgisi", "Ad").Value, Is.EqualTo(person.Ad));
                Assert.That((int)each.At("DurumBilgisi", "MedeniHal", "Kod"), Is.EqualTo((int)person.MedeniHal));
                Assert.That((int)each.At("KayitYeriBilgisi", "BireySiraNo"), Is.EqualTo(person.KayitYeri!.BireySiraNo));
                Assert.That((int?)Year(each, "TescilTarih"), Is.EqualTo(person.TescilTarih!.Yil));
                Assert.That(Year(each, "EvlenmeTarih"), Is.EqualTo(person.Evlilikler.LastOrDefault()?.EvlenmeTarih.Yil));
                Assert.That(Year(each, "BosanmaTarih"), Is.EqualTo(person.Evlilikler.LastOrDefault(marriage => marriage.BosanmaTarih is not null)?.BosanmaTarih?.Yil));
            }
        }
    }

    [Test]
    public void Events_AreThoseOfEverybodyListedAndOnlyWhenAskedFor()
    {
        var without = Ask(People.Samples.LargestFamily, "NufusAileKayitOrnekKardesDahil");
        var with = Ask(People.Samples.LargestFamily, "NufusAileKayitOrnekKardesDahil", events: true);

        Assert.That(without.At("Olaylar").IsNil(), Is.True);
        var expected = Numbers(with).SelectMany(number => People.EventsOf(People.Find(number)!).Select(each => (each.KayitNo, (int)each.Tip, each.Tarih.Yil)));
        Assert.That(
            with.At("Olaylar").Elements().Select(each => ((long)each.At("OlayKayitNo"), (int)each.At("OlayTipi", "Kod"), (int)each.At("OlayTarih", "Yil"))),
            Is.EqualTo(expected));
        Assert.That(with.At("Olaylar").Elements().Count(), Is.GreaterThan(60));
    }

    [Test]
    public void Event_CarriesNameAndPlaceOfWhomItBefell()
    {
        var person = People.Find(People.Samples.Divorced.Value)!;
        var events = Ask(person.KimlikNo, "KisiKayitOrnek", events: true).At("Olaylar").Elements().ToList();

        Assert.That(events.Select(each => (int)each.At("OlayTipi", "Kod")), Is.SupersetOf(new[] { 1, 3, 4 }));
        foreach (var each in events)
        {
            Assert.That((each.At("Ad").Value, each.At("Soyad").Value), Is.EqualTo((person.Ad, person.Soyad)));
            Assert.That(
                new[] { "AileSiraNo", "BireySiraNo", "CiltKod", "IlceKod" }.Select(name => (int)each.At("KayitYeri", name)),
                Is.EqualTo(new[] { person.KayitYeri!.AileSiraNo, person.KayitYeri.BireySiraNo, person.KayitYeri.Cilt.Kod, person.KayitYeri.Ilce.Kod }));
        }
    }

    [Test]
    public void WhoIsNoCitizen_IsError2()
    {
        foreach (var number in new[] { People.Samples.Foreigner, People.Samples.BlueCard, People.Samples.Unknown })
        {
            var record = Ask(number, "AileKayitOrnek", events: true);
            Assert.That(record.Hata(), Is.EqualTo(2));
            Assert.That(record.At("Kisiler").IsNil() && record.At("Olaylar").IsNil(), Is.True);
            Assert.That((int)record.At("NkoTuru", "Kod"), Is.EqualTo(2));
        }
    }

    [Test]
    public void MissingKind_IsThePersonAlone()
    {
        var record = Sorgu.Ask(Service, ("TCKimlikNo", People.Samples.LargestFamily.Value)).Items().Single();

        Assert.That(Relations(record), Is.EqualTo(new[] { 1 }));
        Assert.That((int)record.At("NkoTuru", "Kod"), Is.EqualTo(1));
    }

    [TestCase("1")]
    [TestCase("kisikayitornek")]
    [TestCase("HepsiKayitOrnek")]
    public void UnknownKind_CannotBeRead(string kind)
    {
        var body = new System.Xml.XmlDocument();
        body.LoadXml(Sorgu.Body(Service, [("NKOTipi", kind), ("TCKimlikNo", People.Samples.Citizen.Value)]));

        Assert.That(Service.TryRead(body.DocumentElement, out _), Is.False);
    }

    private static int? Year(XElement person, string date) =>
        person.At("KisiOlayTarihBilgisi", date, "Yil") is var year && year.IsNil() ? null : (int)year;

    private static List<int> Relations(XElement record) => [.. record.At("Kisiler").Elements().Select(each => (int)each.At("YakinlikKod", "Kod"))];

    private static List<long> Numbers(XElement record) => [.. record.At("Kisiler").Elements().Select(each => (long)each.At("TCKimlikNo"))];

    private static XElement Ask(Tckn number, string kind, bool events = false, bool formerSpouses = false) =>
        Sorgu.Ask(Service, ("TCKimlikNo", number.Value), ("NKOTipi", kind), ("Vukuatli", events), ("EskiEsListele", formerSpouses)).Items().Single();
}
