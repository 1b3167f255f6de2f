using System.Globalization;
using Kps.Contracts;
using Kps.EndToEnd.Tests.Harness;
using Nvi.Simulator.Population;
using Nvi.Simulator.Population.Addresses;
using Nvi.Simulator.Population.Events;

namespace Kps.EndToEnd.Tests.Catalogue;

/// <summary>Code lists, counts and papers.</summary>
public sealed class PlacesAndCardsTests
{
    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await SharedHouse.OpenAsync();

    [Test]
    public async Task Lists_AreTheRegisters_FromTheProvinceDownToTheStreet()
    {
        var il = Uavt.Iller[^1];
        var ilce = Uavt.IlcelerOf(il.Kod)[^1];
        var mahalle = Uavt.MahallelerOf(ilce.Kod)[^1];

        var iller = await AnsweredAsync(KpsOperation.IlListesi, string.Empty);
        var ilceler = await AnsweredAsync(KpsOperation.IlceListesi, $"<ilKod>{il.Kod}</ilKod>");
        var mahalleler = await AnsweredAsync(KpsOperation.MahalleListesi, $"<ilceKod>{ilce.Kod}</ilceKod>");
        var csbmler = await AnsweredAsync(KpsOperation.CsbmListesi, $"<mahalleKod>{mahalle.Kod}</mahalleKod>");

        Assert.That(iller.All("Il/Kod").Zip(iller.All("Il/Ad")), Is.EqualTo(Uavt.Iller.Select(one => (Text(one.Kod), one.Aciklama))));
        Assert.That(ilceler.All("Ilce/Kod").Zip(ilceler.All("Ilce/Ad")), Is.EqualTo(Uavt.IlcelerOf(il.Kod).Select(one => (Text(one.Kod), one.Aciklama))));
        Assert.That(ilceler.All("Ilce/IlKod").Distinct(), Is.EqualTo(new[] { Text(il.Kod) }));
        Assert.That(mahalleler.All("Mahalle/Kod").Zip(mahalleler.All("Mahalle/Ad")), Is.EqualTo(Uavt.MahallelerOf(ilce.Kod).Select(one => (Text(one.Kod), one.Ad))));
        Assert.That(csbmler.All("Csbm/Kod").Zip(csbmler.All("Csbm/Ad")), Is.EqualTo(Uavt.CsbmlerOf(mahalle.Kod).Select(one => (Text(one.Kod), one.Ad))));
        Assert.That(csbmler.All("Csbm/Tip/Kod"), Is.EqualTo(Uavt.CsbmlerOf(mahalle.Kod).Select(one => Text(one.Tip.Kod))));
    }

    [TestCase(KpsOperation.IlceListesi, "ilKod")]
    [TestCase(KpsOperation.MahalleListesi, "ilceKod")]
    [TestCase(KpsOperation.CsbmListesi, "mahalleKod")]
    public async Task List_OfAPlaceThatIsNone_IsKod2(KpsOperation operation, string member) =>
        Assert.That((await _house.PostAsync(SoapMessage.Of(operation, $"<{member}>999999999</{member}>", _house.User))).HataKod, Is.EqualTo(2));

    [TestCase("Dogum", OlayTipi.Dogum)]
    [TestCase("Olum", OlayTipi.Olum)]
    [TestCase("Evlenme", OlayTipi.Evlenme)]
    [TestCase("Bosanma", OlayTipi.Bosanma)]
    public async Task Count_IsTheRegisters(string olay, OlayTipi tip)
    {
        var il = Uavt.Iller[0].Kod;
        var expected = _house.Nvi.Population.CountEvents(tip, Uavt.IlcelerOf(il).Select(ilce => ilce.Kod), new DateOnly(2010, 1, 1), new DateOnly(2019, 12, 31));

        var reply = await AnsweredAsync(KpsOperation.IstatistikSorgula, Kriter(olay, il));

        Assert.That(expected, Is.GreaterThanOrEqualTo(5), "So few would not be told.");
        Assert.That(reply.At("Adet"), Is.EqualTo(Text(expected)));
    }

    [Test]
    public async Task Booklet_OfBeforeTheFirstOfJune2000_NamesTheOffice_LaterOnesTheDistrict()
    {
        var (old, later) = (Person(_house.Samples.OldBook), Person(_house.Samples.NewBook));

        var before = await AnsweredAsync(KpsOperation.CuzdanBilgisiSorgula, Number(old));
        var after = await AnsweredAsync(KpsOperation.CuzdanBilgisiSorgula, Number(later));

        Assert.That(
            (before.At("NufusCuzdani/CuzdanTuru"), before.At("NufusCuzdani/MaliyeSaymanligi"), before.At("NufusCuzdani/VerildigiIlce/Aciklama")),
            Is.EqualTo(("Eski", old.NufusCuzdani!.VerildigiIlce.Aciklama, (string?)null)));
        Assert.That(
            (after.At("NufusCuzdani/CuzdanTuru"), after.At("NufusCuzdani/MaliyeSaymanligi"), after.At("NufusCuzdani/VerildigiIlce/Aciklama")),
            Is.EqualTo(("Yeni", (string?)null, later.NufusCuzdani!.VerildigiIlce.Aciklama)));
        Assert.That((before.At("NufusCuzdani/Seri"), before.At("NufusCuzdani/No"), before.IsNil("TCKK")), Is.EqualTo((old.NufusCuzdani.Seri, Text(old.NufusCuzdani.No), true)));
    }

    [Test]
    public async Task Card_IsThePersons()
    {
        var person = Person(_house.Samples.CardHolder);

        var reply = await AnsweredAsync(KpsOperation.CuzdanBilgisiSorgula, Number(person));

        Assert.That((reply.At("TCKK/SeriNo"), reply.At("TCKK/Ad"), reply.IsNil("NufusCuzdani")), Is.EqualTo((person.KimlikKarti!.SeriNo, person.Ad, true)));
    }

    [Test]
    public async Task Card_OfNobodyAndOfAForeigner_IsKod2()
    {
        foreach (var number in new[] { _house.Samples.Unknown, _house.Samples.Foreigner })
        {
            Assert.That((await _house.PostAsync(SoapMessage.Of(KpsOperation.CuzdanBilgisiSorgula, number.Value, _house.User))).HataKod, Is.EqualTo(2));
        }
    }

    private static string Kriter(string olay, int il) =>
        $"<kriter><BaslangicTarih>2010-01-01T00:00:00</BaslangicTarih><BitisTarih>2019-12-31T00:00:00</BitisTarih><IlKod>{il}</IlKod><Olay>{olay}</Olay></kriter>";

    private static string Number(Person person) => $"<kimlikNo>{person.KimlikNo.Value}</kimlikNo>";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private Person Person(Tckn number) => _house.Nvi.Population.Find(number.Value)!;

    private async Task<SoapReply> AnsweredAsync(KpsOperation operation, string members)
    {
        var reply = await _house.PostAsync(SoapMessage.Of(operation, members, _house.User));
        Assert.That((reply.Status, reply.HataKod), Is.EqualTo((200, (int?)null)), reply.Text);
        return reply;
    }
}
