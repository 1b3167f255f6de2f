using Nvi.Simulator.Population.Addresses;
using Nvi.Simulator.Router;
using Nvi.Simulator.Router.ByAnalogy;
using Nvi.Simulator.Tests.Wire;

namespace Nvi.Simulator.Tests.Router.ByAnalogy;

internal sealed class ListTests
{
    [Test]
    public void Lists_LeadFromProvinceToStreet()
    {
        var iller = Codes(new IlService());
        Assert.That(iller, Is.EqualTo(Uavt.Iller.Select(il => il.Kod)));
        var ilceler = Codes(new IlceService(), ("IlKod", iller[3]));
        Assert.That(ilceler, Is.EqualTo(Uavt.IlcelerOf(iller[3]).Select(ilce => ilce.Kod)));
        var mahalleler = Codes(new MahalleService(), ("IlceKod", ilceler[2]));
        Assert.That(mahalleler, Is.EqualTo(Uavt.MahallelerOf(ilceler[2]).Select(mahalle => mahalle.Kod)));
        var csbmler = Codes(new CsbmService(), ("MahalleKod", mahalleler[7]));
        Assert.That(csbmler, Is.EqualTo(Uavt.CsbmlerOf(mahalleler[7]).Select(csbm => csbm.Kod)));
    }

    [Test]
    public void Item_NamesItsParent()
    {
        Assert.That((int)Sorgu.Ask(new IlceService(), ("IlKod", 105)).Items()[0].At("IlKod"), Is.EqualTo(105));
        Assert.That((int)Sorgu.Ask(new MahalleService(), ("IlceKod", 10_502)).Items()[0].At("IlceKod"), Is.EqualTo(10_502));
        var csbm = Sorgu.Ask(new CsbmService(), ("MahalleKod", 1_050_201)).Items()[0];
        Assert.That((int)csbm.At("MahalleKod"), Is.EqualTo(1_050_201));
        Assert.That(csbm.At("Tip", "Aciklama").Value, Is.EqualTo("BULVAR"));
    }

    [Test]
    public void Several_ComeOneBehindTheOther()
    {
        var service = new IlceService();
        var response = Sorgu.Answer(service, Sorgu.Body(service, [("IlKod", 101)], [("IlKod", 1)], [("IlKod", 102)]));

        Assert.That(response.At("SorgulaResult").Hata(), Is.Null);
        Assert.That(response.Items().Select(item => (int)item.At("IlKod")), Is.EqualTo(Enumerable.Repeat(101, 5).Concat(Enumerable.Repeat(102, 5))));
    }

    [Test]
    public void UnknownCode_IsError2AndAnEmptyList()
    {
        foreach (var (service, member) in new (RouterService, string)[] { (new IlceService(), "IlKod"), (new MahalleService(), "IlceKod"), (new CsbmService(), "MahalleKod") })
        {
            var response = Sorgu.Ask(service, (member, 7));
            Assert.That(response.At("SorgulaResult").Hata(), Is.EqualTo(2));
            Assert.That(response.Items(), Is.Empty);
        }
    }

    private static List<int> Codes(RouterService service, params (string Name, object? Value)[] members) =>
        [.. Sorgu.Ask(service, members).Items().Select(item => (int)item.At("Kod"))];
}
