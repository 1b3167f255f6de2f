using System.Xml.Linq;
using Nvi.Simulator.Population;
using Nvi.Simulator.Population.Addresses;
using Nvi.Simulator.Population.Events;
using Nvi.Simulator.Router.ByAnalogy;
using Nvi.Simulator.Tests.Wire;

namespace Nvi.Simulator.Tests.Router.ByAnalogy;

internal sealed class IstatistikServiceTests
{
    private static readonly NviPopulation People = new(10_000);
    private static readonly IstatistikService Service = new(People);
    private static readonly DateOnly First = new(1950, 1, 1);
    private static readonly DateOnly Last = new(2025, 12, 31);

    [TestCase(OlayTipi.Dogum)]
    [TestCase(OlayTipi.Olum)]
    [TestCase(OlayTipi.Evlenme)]
    [TestCase(OlayTipi.Bosanma)]
    public void Province_IsTheSumOfItsDistricts(OlayTipi tip)
    {
        var whole = Adet(Ask(103, null, (int)tip));
        var districts = Uavt.IlcelerOf(103).Select(ilce => Adet(Ask(103, ilce.Kod, (int)tip))).ToList();

        Assert.That(whole, Is.GreaterThan(0).And.EqualTo(districts.Sum()));
        Assert.That(whole, Is.EqualTo(People.CountEvents(tip, Uavt.IlcelerOf(103).Select(ilce => ilce.Kod), First, Last)));
    }

    [TestCase(7, null, 1)]
    [TestCase(103, 10_401, 1)]
    [TestCase(103, null, 0)]
    [TestCase(103, null, 5)]
    public void UnknownPlaceOrKind_IsError2(int il, int? ilce, int tip)
    {
        var result = Ask(il, ilce, tip);

        Assert.That(result.Hata(), Is.EqualTo(2));
        Assert.That(result.At("Adet").IsNil(), Is.True);
    }

    [TestCase("BaslangicTarih")]
    [TestCase("BitisTarih")]
    [TestCase("IlKod")]
    [TestCase("OlayTip")]
    public void Criterion_IsNeededWhole(string missing) =>
        Assert.That(Sorgu.Ask(Service, [.. Members(103, 10_301, 1).Where(member => member.Name != missing)]).At("SorgulaResult").Hata(), Is.EqualTo(10));

    [Test]
    public void Quiet_TimeIsZeroAndNoError()
    {
        var result = Sorgu.Ask(Service, ("BaslangicTarih", new DateOnly(1800, 1, 1)), ("BitisTarih", new DateOnly(1801, 1, 1)), ("IlKod", 103), ("OlayTip", 1)).Items().Single();

        Assert.That((Adet(result), result.Hata()), Is.EqualTo((0L, (int?)null)));
    }

    private static long Adet(XElement result) => (long)result.At("Adet");

    private static XElement Ask(int il, int? ilce, int tip) => Sorgu.Ask(Service, Members(il, ilce, tip)).Items().Single();

    private static (string Name, object? Value)[] Members(int il, int? ilce, int tip) =>
        [("BaslangicTarih", First), ("BitisTarih", Last), ("IlKod", il), ("IlceKod", ilce), ("OlayTip", tip)];
}
