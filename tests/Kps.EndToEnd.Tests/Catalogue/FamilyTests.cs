using System.Globalization;
using Kps.Contracts;
using Kps.EndToEnd.Tests.Harness;
using Nvi.Simulator.Population;

namespace Kps.EndToEnd.Tests.Catalogue;

/// <summary>The queries that give a family: who is in it, in which kind of örnek, with which events.</summary>
public sealed class FamilyTests
{
    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await SharedHouse.OpenAsync();

    [Test]
    public async Task Ornek_OfTheContract_IsTheOwnFamilyWithEvents()
    {
        var person = Person(_house.Samples.LargestFamily);

        var reply = await AnsweredAsync(SoapMessage.Of(KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, person.KimlikNo.Value, _house.User));

        Assert.That(reply.All("NkoVatandas/Kisiler/NkoKisi/TCKimlikNo"), Is.EquivalentTo(Numbers(Own(person))));
        Assert.That(reply.At("NkoVatandas/Kisiler/NkoKisi/YakinlikKod/Kod"), Is.EqualTo("1"), "The person comes first.");
        Assert.That(reply.All("NkoVatandas/Olaylar/NkoOlay/OlayKayitNo"), Is.EquivalentTo(Own(person).SelectMany(_house.Nvi.Population.EventsOf).Select(one => Text(one.KayitNo))));
        Assert.That(reply.At("NkoVatandas/NkoTuru/Kod"), Is.EqualTo("2"));
        Assert.That(reply.IsNil("NkoMaviKart"), Is.True);
    }

    [TestCase("KisiKayitOrnegi", 1)]
    [TestCase("AileKayitOrnegi", 2)]
    [TestCase("NufusAileKayitOrnegi", 3)]
    [TestCase("NufusAileKayitOrnegiKardesDahil", 4)]
    public async Task Ornek_InEachKind_ByNumberAndByPlace_WithAndWithoutEvents(string tip, int tur)
    {
        var person = Person(_house.Samples.LargestFamily);
        IReadOnlyList<Person> expected = tur switch { 1 => [person], 2 => Own(person), 3 => [.. Own(person), .. Parents(person)], _ => [.. Own(person), .. Parents(person), .. Siblings(person)] };
        var place = string.Concat(CatalogueRequests.Place(person).Select(member => $"<{member.Key}>{member.Value}</{member.Key}>"));
        foreach (var who in new[] { $"<KimlikNo>{person.KimlikNo.Value}</KimlikNo>", $"<KayitYeri>{place}</KayitYeri>" })
        {
            foreach (var withEvents in new[] { false, true })
            {
                var reply = await AnsweredAsync(SoapMessage.Of(
                    KpsOperation.NufusKayitOrnegiSorgula, $"<kriter>{who}<Olayli>{(withEvents ? "true" : "false")}</Olayli><Tip>{tip}</Tip></kriter>", _house.User));

                Assert.That(reply.All("Kisiler/NkoKisi/TCKimlikNo"), Is.EquivalentTo(Numbers(expected)));
                Assert.That(reply.At("NkoTuru/Kod"), Is.EqualTo(Text(tur)));
                Assert.That(
                    reply.All("Olaylar/NkoOlay/OlayKayitNo"),
                    withEvents ? Is.EquivalentTo(expected.SelectMany(_house.Nvi.Population.EventsOf).Select(one => Text(one.KayitNo))) : Is.Empty);
            }
        }
    }

    [Test]
    public async Task Ornek_WithFormerSpouses_HasThem()
    {
        var person = Person(_house.Samples.Remarried);
        var former = person.Evlilikler.Single(marriage => marriage.BosanmaTarih is not null).EsKimlikNo;
        foreach (var isAsked in new[] { false, true })
        {
            var reply = await AnsweredAsync(SoapMessage.Of(
                KpsOperation.NufusKayitOrnegiSorgula,
                $"<kriter><EskiEsListele>{(isAsked ? "true" : "false")}</EskiEsListele><KimlikNo>{person.KimlikNo.Value}</KimlikNo><Olayli>false</Olayli><Tip>AileKayitOrnegi</Tip></kriter>",
                _house.User));

            Assert.That(reply.All("Kisiler/NkoKisi/TCKimlikNo").Contains(Text(former.Value)), Is.EqualTo(isAsked));
        }
    }

    [Test]
    public async Task AileBireyleri_IsThePerson_AndTheFamilyAsFarAsAsked()
    {
        var person = Person(_house.Samples.LargestFamily);
        foreach (var (tip, expected) in new[] { ("Aile", Own(person)), ("TumAile", [.. Own(person), .. Parents(person), .. Siblings(person)]) })
        {
            var reply = await AnsweredAsync(SoapMessage.Of(
                KpsOperation.AileBireyleriSorgula, $"<kriter><TCKimlikNo>{person.KimlikNo.Value}</TCKimlikNo><Tip>{tip}</Tip></kriter>", _house.User));

            Assert.That(reply.All("AileKisiListesi/KisiBilgisi/TCKimlikNo"), Is.EquivalentTo(Numbers(expected)));
            Assert.That(reply.At("KisiBilgisi/TemelBilgisi/Ad"), Is.EqualTo(person.Ad));
            Assert.That(reply.At("TCKimlikNo"), Is.EqualTo(Text(person.KimlikNo.Value)));
        }
    }

    [Test]
    public async Task Events_AreThePersonsOwn()
    {
        foreach (var number in new[] { _house.Samples.Citizen, _house.Samples.Divorced, _house.Samples.Remarried, _house.Samples.Naturalised, _house.Samples.Deceased })
        {
            var expected = _house.Nvi.Population.EventsOf(Person(number));

            var reply = await AnsweredAsync(SoapMessage.Of(KpsOperation.NufusOlaySorgula, number.Value, _house.User));

            Assert.That(reply.All("Olaylar/NufusOlay/OlayKayitNo"), Is.EqualTo(expected.Select(one => Text(one.KayitNo))));
            Assert.That(reply.All("Olaylar/NufusOlay/OlayTipi/Kod"), Is.EqualTo(expected.Select(one => Text((int)one.Tip))));
            Assert.That(reply.All("Olaylar/NufusOlay/Aciklama"), Is.EqualTo(expected.Select(one => one.Aciklama)));
            Assert.That(reply.All("Olaylar/NufusOlay/OlayTarih/Yil"), Is.EqualTo(expected.Select(one => Text(one.Tarih.Yil))));
        }
    }

    [Test]
    public async Task Family_OfNobody_AndOfAForeigner_IsKod2(
        [Values(KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, KpsOperation.AileBireyleriSorgula, KpsOperation.NufusOlaySorgula, KpsOperation.NufusKayitOrnegiSorgula)] KpsOperation operation)
    {
        foreach (var number in new[] { _house.Samples.Unknown.Value, _house.Samples.Foreigner.Value })
        {
            var reply = await _house.PostAsync(operation switch
            {
                KpsOperation.AileBireyleriSorgula => SoapMessage.Of(operation, $"<kriter><TCKimlikNo>{number}</TCKimlikNo><Tip>Aile</Tip></kriter>", _house.User),
                KpsOperation.NufusKayitOrnegiSorgula => SoapMessage.Of(operation, $"<kriter><KimlikNo>{number}</KimlikNo><Olayli>false</Olayli><Tip>KisiKayitOrnegi</Tip></kriter>", _house.User),
                _ => SoapMessage.Of(operation, number, _house.User),
            });

            Assert.That((reply.Status, reply.HataKod), Is.EqualTo((200, (int?)2)), reply.Text);
        }
    }

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    private static IEnumerable<string> Numbers(IEnumerable<Person> people) => people.Select(person => Text(person.KimlikNo.Value));

    private Person Person(Tckn number) => _house.Nvi.Population.Find(number.Value)!;

    /// <summary>The person, the present spouse and the children.</summary>
    private IReadOnlyList<Person> Own(Person person) => [person, .. Citizens([person.EsKimlikNo]), .. Citizens(person.Cocuklar.Select(child => (Tckn?)child))];

    private IReadOnlyList<Person> Parents(Person person) => Citizens([person.AnneKimlikNo, person.BabaKimlikNo]);

    private IReadOnlyList<Person> Siblings(Person person) =>
        [.. Citizens(Parents(person).SelectMany(parent => parent.Cocuklar).Distinct().Select(child => (Tckn?)child)).Where(sibling => sibling.KimlikNo != person.KimlikNo)];

    private IReadOnlyList<Person> Citizens(IEnumerable<Tckn?> numbers) =>
        [.. numbers.OfType<Tckn>().Select(Person).Where(person => person.Kind == PersonKind.Citizen)];

    private async Task<SoapReply> AnsweredAsync(SoapMessage message)
    {
        var reply = await _house.PostAsync(message);
        Assert.That((reply.Status, reply.HataKod), Is.EqualTo((200, (int?)null)), reply.Text);
        return reply;
    }
}
