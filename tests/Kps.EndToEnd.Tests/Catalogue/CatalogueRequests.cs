using System.Globalization;
using System.Text.Json.Nodes;
using Kps.Contracts;
using Kps.EndToEnd.Tests.Harness;
using Nvi.Simulator.Population;

namespace Kps.EndToEnd.Tests.Catalogue;

/// <summary>A request of each operation that the simulator's register has an answer to.</summary>
internal static class CatalogueRequests
{
    /// <summary>The request.</summary>
    /// <param name="house">Whose samples are asked for.</param>
    /// <param name="operation">An operation of either service.</param>
    public static async Task<QueryArguments> FoundAsync(TestEnvironment house, KpsOperation operation)
    {
        var citizen = house.Nvi.Population.Find(house.Samples.Citizen.Value)!;
        return operation switch
        {
            KpsOperation.TcKimlikNoSorgula => Description(citizen),
            KpsOperation.AileBireyleriSorgula => new(operation, Kriter(new JsonObject { ["TCKimlikNo"] = citizen.KimlikNo.Value, ["Tip"] = "TumAile" })),
            KpsOperation.YetkiListesi or KpsOperation.IlListesi => new(operation, []),
            KpsOperation.KayitYeriIleKimlikSorgula => new(operation, new JsonObject { ["kayitYeri"] = Place(citizen) }),
            KpsOperation.NufusKayitOrnegiSorgula => new(
                operation, Kriter(new JsonObject { ["KimlikNo"] = citizen.KimlikNo.Value, ["Olayli"] = true, ["Tip"] = "NufusAileKayitOrnegiKardesDahil" })),
            KpsOperation.IlceListesi => new(operation, new JsonObject { ["ilKod"] = citizen.KayitYeri!.Il.Kod }),
            KpsOperation.MahalleListesi => new(operation, new JsonObject { ["ilceKod"] = citizen.KayitYeri!.Ilce.Kod }),
            KpsOperation.CsbmListesi => new(operation, new JsonObject { ["mahalleKod"] = await FirstMahalleAsync(house, citizen.KayitYeri!.Ilce.Kod) }),
            KpsOperation.IstatistikSorgula => Births(citizen.KayitYeri!.Il.Kod),
            KpsOperation.KisiVeCuzdanDogrula => Card(house.Nvi.Population.Find(house.Samples.CardHolder.Value)!),
            KpsOperation.YabanciDogrula => Foreigner(house.Nvi.Population.Find(house.Samples.Foreigner.Value)!),
            _ => QueryArguments.Number(operation, citizen.KimlikNo.Value),
        };
    }

    /// <summary>A person as TcKimlikNoSorgula is asked for one.</summary>
    public static QueryArguments Description(Person person) => new(KpsOperation.TcKimlikNoSorgula, Kriter(new JsonObject
    {
        ["Adi"] = person.Ad,
        ["AnneAdi"] = person.AnneAd,
        ["BabaAdi"] = person.BabaAd,
        ["Cinsiyet"] = person.Cinsiyet == Cinsiyet.Erkek ? "ERKEK" : "KADIN",
        ["DogumTarihi"] = string.Create(CultureInfo.InvariantCulture, $"{person.DogumTarih.Yil:0000}-{person.DogumTarih.Ay:00}-{person.DogumTarih.Gun:00}T00:00:00"),
        ["DogumYeri"] = person.DogumYer.Aciklama,
        ["Soyadi"] = person.Soyad,
    }));

    /// <summary>Where a citizen is registered.</summary>
    public static JsonObject Place(Person citizen) => new()
    {
        ["AileSiraNo"] = citizen.KayitYeri!.AileSiraNo,
        ["BireySiraNo"] = citizen.KayitYeri.BireySiraNo,
        ["CiltKod"] = citizen.KayitYeri.Cilt.Kod,
        ["IlceKod"] = citizen.KayitYeri.Ilce.Kod,
    };

    /// <summary>A citizen with the number on the identity card.</summary>
    public static QueryArguments Card(Person citizen) => new(KpsOperation.KisiVeCuzdanDogrula, Kriter(new JsonObject
    {
        ["Ad"] = citizen.Ad,
        ["DogumAy"] = citizen.DogumTarih.Ay,
        ["DogumGun"] = citizen.DogumTarih.Gun,
        ["DogumYil"] = citizen.DogumTarih.Yil,
        ["KimlikNo"] = citizen.KimlikNo.Value,
        ["Soyad"] = citizen.Soyad,
        ["TCKKSeriNo"] = citizen.KimlikKarti!.SeriNo,
    }));

    /// <summary>A foreigner with the birth date.</summary>
    public static QueryArguments Foreigner(Person foreigner) => new(KpsOperation.YabanciDogrula, Kriter(new JsonObject
    {
        ["Ad"] = foreigner.Ad,
        ["DogumAy"] = foreigner.DogumTarih.Ay,
        ["DogumGun"] = foreigner.DogumTarih.Gun,
        ["DogumYil"] = foreigner.DogumTarih.Yil,
        ["KimlikNo"] = foreigner.KimlikNo.Value,
        ["Soyad"] = foreigner.Soyad,
    }));

    /// <summary>Births of the eighties: of so many that the number may be told.</summary>
    public static QueryArguments Births(int ilKod) => new(KpsOperation.IstatistikSorgula, Kriter(new JsonObject
    {
        ["BaslangicTarih"] = "1980-01-01T00:00:00",
        ["BitisTarih"] = "1989-12-31T00:00:00",
        ["IlKod"] = ilKod,
        ["Olay"] = "Dogum",
    }));

    private static JsonObject Kriter(JsonObject members) => new() { ["kriter"] = members };

    private static async Task<int> FirstMahalleAsync(TestEnvironment house, int ilceKod)
    {
        var reply = await house.PostAsync(new QueryArguments(KpsOperation.MahalleListesi, new JsonObject { ["ilceKod"] = ilceKod }).ToMessage(house.User));
        Assert.That(reply.ResultHataKod, Is.Null, reply.Text);
        return int.Parse(reply.Sonuc.Elements().First().Element(reply.Sonuc.Name.Namespace + "Kod")!.Value, CultureInfo.InvariantCulture);
    }
}
