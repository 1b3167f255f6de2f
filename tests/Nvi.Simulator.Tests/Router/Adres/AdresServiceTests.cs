using System.Xml.Linq;
using Kps.Contracts;
using Nvi.Simulator.Population;
using Nvi.Simulator.Population.Addresses;
using Nvi.Simulator.Router.Adres;
using Nvi.Simulator.Soap;
using Nvi.Simulator.Tests.Wire;
using PersonAdres = Nvi.Simulator.Population.Addresses.Adres;

namespace Nvi.Simulator.Tests.Router.Adres;

internal sealed class AdresServiceTests
{
    private static readonly NviPopulation People = new(10_000);
    private static readonly AdresService Service = new(People);
    private static readonly string[] Kinds = ["BeldeAdresi", "IlIlceMerkezAdresi", "KoyAdresi", "YurtDisiAdresi"];

    private static IEnumerable<TestCaseData> Samples()
    {
        yield return new TestCaseData(People.Samples.IlIlceMerkeziAdresi, "IlIlceMerkezAdresi", 1, "İl/İlçe Merkezi").SetArgDisplayNames("il_ilce_merkezi");
        yield return new TestCaseData(People.Samples.BeldeAdresi, "BeldeAdresi", 2, "Belediye/Belde Adresi").SetArgDisplayNames("belde");
        yield return new TestCaseData(People.Samples.KoyAdresi, "KoyAdresi", 3, "Köy Adresi").SetArgDisplayNames("koy");
        yield return new TestCaseData(People.Samples.YurtDisiAdresi, "YurtDisiAdresi", 4, "Yurt Dışı Adresi").SetArgDisplayNames("yurt_disi");
    }

    [TestCaseSource(nameof(Samples))]
    public void Address_FillsThePartsOfItsKindAlone(Tckn number, string filled, int code, string text)
    {
        var known = People.AddressesOf(People.Find(number.Value)!).YerlesimYeri!;
        var record = Ask(number);
        var address = record.At("YerlesimYeriAdresi");

        Assert.That((record.Hata(), address.Hata()), Is.EqualTo(((int?)null, (int?)null)));
        Assert.That((long)record.At("KimlikNo"), Is.EqualTo(number.Value));
        Assert.That(record.At("DigerAdresBilgileri").Elements(), Is.Empty);
        Assert.That(((int)address.At("AdresTip", "Kod"), address.At("AdresTip", "Aciklama").Value), Is.EqualTo((code, text)));
        Assert.That(address.At("AcikAdres").Value, Is.EqualTo(known.AcikAdres));
        Assert.That((long)address.At("AdresNo"), Is.EqualTo(known.AdresNo));
        Assert.That((long)address.At("BeyandaBulunanKimlikNo"), Is.EqualTo(known.BeyandaBulunanKimlikNo.Value));
        Assert.That((int)address.At("TasinmaTarihi", "Yil"), Is.EqualTo(known.TasinmaTarihi.Yil));
        foreach (var kind in Kinds)
            Assert.That(address.At(kind).Hata(), Is.EqualTo(kind == filled ? null : (int?)2), kind);
        foreach (var empty in Kinds.Where(kind => kind != filled).SelectMany(kind => address.At(kind).Elements()).Where(member => member.Name.LocalName != "HataBilgisi"))
            Assert.That(empty.DescendantsAndSelf().Where(each => !each.HasElements).All(each => each.IsNil()), Is.True, empty.Name.LocalName);
        AssertParts(address.At(filled), known);
    }

    [Test]
    public void Abroad_LivesInTheCommonNamespace()
    {
        var abroad = Ask(People.Samples.YurtDisiAdresi).At("YerlesimYeriAdresi", "YurtDisiAdresi");

        Assert.That(abroad.Name.NamespaceName, Is.EqualTo(Ns.Nvi + "2021/04/01"));
        Assert.That(abroad.Elements().Select(member => member.Name.NamespaceName), Has.All.EqualTo(Ns.Common));
    }

    [Test]
    public void OtherAddresses_AreListed()
    {
        var known = People.AddressesOf(People.Find(People.Samples.DigerAdresi.Value)!).Digerleri.Single();
        var other = Ask(People.Samples.DigerAdresi).At("DigerAdresBilgileri", "KimlikNoileKisiAdresBilgisi");

        Assert.That(other.At("AcikAdres").Value, Is.EqualTo(known.AcikAdres));
        Assert.That((int)other.At("AdresTip", "Kod"), Is.EqualTo((int)known.Tip));
    }

    [Test]
    public void WithoutAddress_IsError2OfTheAddressAlone()
    {
        foreach (var number in new[] { People.Samples.WithoutAddress, People.Samples.Deceased })
        {
            var record = Ask(number);
            Assert.That(record.Hata(), Is.Null);
            Assert.That(record.At("YerlesimYeriAdresi").Hata(), Is.EqualTo(2));
            Assert.That(record.At("YerlesimYeriAdresi", "AcikAdres").IsNil(), Is.True);
            Assert.That(record.At("YerlesimYeriAdresi", "AdresTip", "Kod").IsNil(), Is.True);
        }
    }

    [Test]
    public void Nobody_IsError2OfTheRecord()
    {
        var record = Ask(People.Samples.Unknown);

        Assert.That((record.Hata(), record.At("YerlesimYeriAdresi").Hata()), Is.EqualTo(((int?)2, (int?)2)));
        Assert.That((long)record.At("KimlikNo"), Is.EqualTo(People.Samples.Unknown.Value));
    }

    [Test]
    public void Foreigner_HasAnAddressToo() =>
        Assert.That(Ask(People.Samples.Foreigner).At("YerlesimYeriAdresi", "AdresTip", "Kod").IsNil(), Is.False);

    private static void AssertParts(XElement parts, PersonAdres known)
    {
        if (known.YurtDisi is { } abroad)
        {
            Assert.That((int)parts.At("YabanciUlke", "Kod"), Is.EqualTo(abroad.YabanciUlke.Kod));
            Assert.That(parts.At("YabanciSehir").Value, Is.EqualTo(abroad.YabanciSehir));
            Assert.That((int)parts.At("DisTemsilcilik", "Kod"), Is.EqualTo(abroad.DisTemsilcilik.Kod));
            return;
        }

        var home = known.YurtIci!;
        Assert.That(
            new[] { "IlKodu", "IlceKodu", "MahalleKodu", "CsbmKodu" }.Select(name => (int)parts.At(name)),
            Is.EqualTo(new[] { home.Il.Kod, home.Ilce.Kod, home.Mahalle.Kod, home.Csbm.Kod }));
        Assert.That(Uavt.CsbmlerOf((int)parts.At("MahalleKodu")).Select(csbm => csbm.Ad), Does.Contain(parts.At("Csbm").Value));
        Assert.That(parts.At("DisKapiNo").Value, Is.EqualTo(home.DisKapiNo));
        Assert.That((long)parts.At("BinaKodu"), Is.EqualTo(home.BinaKodu));
        if (home.Mahalle.YerlesimYeri is { } settlement)
            Assert.That((long)parts.At("KoyKodu"), Is.EqualTo(settlement.Kod));
    }

    private static XElement Ask(Tckn number) => Sorgu.Ask(Service, ("KimlikNo", number.Value)).Items().Single();
}
