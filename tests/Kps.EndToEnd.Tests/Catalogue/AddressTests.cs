using System.Globalization;
using Kps.Contracts;
using Kps.EndToEnd.Tests.Harness;
using Nvi.Simulator.Population;
using Nvi.Simulator.Population.Addresses;

namespace Kps.EndToEnd.Tests.Catalogue;

/// <summary>The two queries that give an address, for every kind of address and for people without one.</summary>
public sealed class AddressTests
{
    private static readonly Dictionary<AdresTip, string> Members = new()
    {
        [AdresTip.IlIlceMerkezi] = "IlIlceMerkezAdresi",
        [AdresTip.Belde] = "BeldeAdresi",
        [AdresTip.Koy] = "KoyAdresi",
        [AdresTip.YurtDisi] = "YurtDisiAdresi",
    };

    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await SharedHouse.OpenAsync();

    [Test]
    public async Task Address_OfEachKind_IsTheRegisters([Values] AdresTip kind, [Values] bool withPerson)
    {
        var number = kind switch
        {
            AdresTip.IlIlceMerkezi => _house.Samples.IlIlceMerkeziAdresi,
            AdresTip.Belde => _house.Samples.BeldeAdresi,
            AdresTip.Koy => _house.Samples.KoyAdresi,
            _ => _house.Samples.YurtDisiAdresi,
        };
        var address = _house.Nvi.Population.AddressesOf(Person(number)).YerlesimYeri!;

        var reply = await AskAsync(number.Value, withPerson);

        var at = withPerson ? "AdresBilgisi/" : string.Empty;
        Assert.That(address.Tip, Is.EqualTo(kind), "The sample's own kind.");
        Assert.That(reply.At(at + "AcikAdres"), Is.EqualTo(address.AcikAdres));
        Assert.That(reply.At(at + "AdresNo"), Is.EqualTo(Text(address.AdresNo)));
        Assert.That(reply.At(at + "AdresTip/Kod"), Is.EqualTo(Text((int)kind)));
        Assert.That(reply.At(at + "BeyandaBulunanKimlikNo"), Is.EqualTo(Text(address.BeyandaBulunanKimlikNo.Value)));
        Assert.That(reply.At(at + "TasinmaTarihi/Yil"), Is.EqualTo(Text(address.TasinmaTarihi.Yil)));
        Assert.That(Members.Values.Where(member => reply.All(at + member).Single().Length > 0), Is.EqualTo(new[] { Members[kind] }), "The other three are nil.");
        if (address.YurtIci is { } home)
        {
            Assert.That(reply.At($"{at}{Members[kind]}/IlKodu"), Is.EqualTo(Text(home.Il.Kod)));
            Assert.That(reply.At($"{at}{Members[kind]}/Ilce"), Is.EqualTo(home.Ilce.Aciklama));
            Assert.That(reply.At($"{at}{Members[kind]}/MahalleKodu"), Is.EqualTo(Text(home.Mahalle.Kod)));
            Assert.That(reply.At($"{at}{Members[kind]}/CsbmKodu"), Is.EqualTo(Text(home.Csbm.Kod)));
            Assert.That(reply.At($"{at}{Members[kind]}/DisKapiNo"), Is.EqualTo(home.DisKapiNo));
            Assert.That(reply.At($"{at}{Members[kind]}/Koy"), Is.EqualTo(home.Mahalle.YerlesimYeri?.Ad));
        }
        else
        {
            Assert.That(reply.At(at + "YurtDisiAdresi/YabanciSehir"), Is.EqualTo(address.YurtDisi!.YabanciSehir));
            Assert.That(reply.At(at + "YurtDisiAdresi/YabanciUlke/Kod"), Is.EqualTo(Text(address.YurtDisi.YabanciUlke.Kod)));
        }
    }

    /// <summary>Somebody with two addresses is given the one lived at.</summary>
    [Test]
    public async Task Address_OfSomebodyWithTwo_IsTheResidence([Values] bool withPerson)
    {
        var addresses = _house.Nvi.Population.AddressesOf(Person(_house.Samples.DigerAdresi));

        var reply = await AskAsync(_house.Samples.DigerAdresi.Value, withPerson);

        Assert.That(reply.At(withPerson ? "AdresBilgisi/AdresNo" : "AdresNo"), Is.EqualTo(Text(addresses.YerlesimYeri!.AdresNo)));
        Assert.That(reply.Text, Does.Not.Contain(Text(addresses.Digerleri[0].AdresNo)));
    }

    [Test]
    public async Task Person_WithoutAddress_IsAnsweredWithANilOne()
    {
        var reply = await AskAsync(_house.Samples.WithoutAddress.Value, withPerson: true);

        Assert.That((reply.HataKod, reply.IsNil("AdresBilgisi")), Is.EqualTo(((int?)null, true)));
        Assert.That(reply.At("TCVatandasiKisiKutukleri/KisiBilgisi/TCKimlikNo"), Is.EqualTo(Text(_house.Samples.WithoutAddress.Value)));
    }

    [Test]
    public async Task Address_OfSomebodyWithout_IsKod2()
    {
        foreach (var number in new[] { _house.Samples.WithoutAddress, _house.Samples.Deceased, _house.Samples.Unknown })
        {
            Assert.That((await AskAsync(number.Value, withPerson: false)).HataKod, Is.EqualTo(2));
        }
    }

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    private Person Person(Tckn number) => _house.Nvi.Population.Find(number.Value)!;

    private async Task<SoapReply> AskAsync(long number, bool withPerson)
    {
        var reply = await _house.PostAsync(SoapMessage.Of(
            withPerson ? KpsOperation.BilesikKisiveAdresSorgula : KpsOperation.KimlikNoIleAdresBilgisiSorgula, number, _house.User));
        Assert.That(reply.Status, Is.EqualTo(200), reply.Text);
        return reply;
    }
}
