using Nvi.Simulator.Population.Addresses;

namespace Nvi.Simulator.Tests.Population.Addresses;

internal sealed class UavtTests
{
    [Test]
    public void Codes_AreUniqueAndLeadToTheirParent()
    {
        var ilceler = Uavt.Iller.SelectMany(il => Uavt.IlcelerOf(il.Kod)).ToList();
        var mahalleler = ilceler.SelectMany(ilce => Uavt.MahallelerOf(ilce.Kod)).ToList();
        var csbmler = mahalleler.SelectMany(mahalle => Uavt.CsbmlerOf(mahalle.Kod)).ToList();

        Assert.That(Uavt.Iller.Select(il => il.Kod), Is.Unique);
        Assert.That(ilceler.Select(ilce => ilce.Kod), Is.Unique);
        Assert.That(mahalleler.Select(mahalle => mahalle.Kod), Is.Unique);
        Assert.That(csbmler.Select(csbm => csbm.Kod), Is.Unique.And.All.Positive);
        Assert.That(csbmler, Has.Count.EqualTo(16 * 5 * 12 * 8));
        Assert.That(mahalleler.All(mahalle => mahalle.Kod / 100 == mahalle.IlceKod), Is.True);
        Assert.That(csbmler.All(csbm => csbm.Kod / 100 == csbm.MahalleKod), Is.True);
        Assert.That(mahalleler.Select(mahalle => mahalle.YerlesimYeri?.Kod).Distinct().Count(), Is.EqualTo(1 + (16 * 5 * 4)));
    }

    [Test]
    public void Names_DifferWithinTheirParent()
    {
        foreach (var ilce in Uavt.Iller.SelectMany(il => Uavt.IlcelerOf(il.Kod)))
        {
            var mahalleler = Uavt.MahallelerOf(ilce.Kod);
            Assert.That(mahalleler.Select(mahalle => (mahalle.Ad, mahalle.YerlesimYeri?.Ad)), Is.Unique);
            foreach (var mahalle in mahalleler)
                Assert.That(Uavt.CsbmlerOf(mahalle.Kod).Select(csbm => csbm.Ad), Is.Unique);
        }
    }

    [TestCase(0)]
    [TestCase(34)]
    [TestCase(-1)]
    [TestCase(int.MaxValue)]
    public void UnknownCode_HasNothingBelowIt(int code)
    {
        Assert.That(Uavt.IlcelerOf(code), Is.Empty);
        Assert.That(Uavt.MahallelerOf(code), Is.Empty);
        Assert.That(Uavt.CsbmlerOf(code), Is.Empty);
    }
}
