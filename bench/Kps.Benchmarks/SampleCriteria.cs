using Kps.Contracts.AileBireyleriSorgula;
using Kps.Contracts.Ek;
using Kps.Contracts.TcKimlikNoSorgula;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Queries.AileBireyleri;
using Kps.Gateway.Call.Queries.Ek;
using Kps.Gateway.Call.Queries.Ek.IlListesi;
using Kps.Gateway.Call.Queries.Ek.IstatistikSorgula;
using Kps.Gateway.Call.Queries.Ek.KayitYeriIleKimlikSorgula;
using Kps.Gateway.Call.Queries.Ek.KisiVeCuzdanDogrula;
using Kps.Gateway.Call.Queries.Ek.NufusKayitOrnegiSorgula;
using Kps.Gateway.Call.Queries.Ek.YabanciDogrula;
using Kps.Gateway.Call.Queries.TcKimlikNo;
using Kps.Gateway.Call.Queries.YetkiListesi;
using Nvi.Simulator.Population;
using Nvi.Simulator.Population.Addresses;

namespace Kps.Benchmarks;

/// <summary>Criteria of each query to which the invented population has a record.</summary>
internal sealed class SampleCriteria(NviPopulation population)
{
    private static readonly DateTime FirstDay = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly PopulationSamples _samples = population.Samples;

    /// <summary>The number whose longest örnek has forty people.</summary>
    public KimlikNoCriteria LargestFamily => new(_samples.LargestFamily.Value);

    private Person Citizen => population.Find(_samples.Citizen.Value)!;

    private Person Foreigner => population.Find(_samples.Foreigner.Value)!;

    /// <summary>The criteria of one query.</summary>
    public QueryCriteria Of(KpsOperation operation) => operation switch
    {
        KpsOperation.BilesikKisiveAdresSorgula or KpsOperation.KimlikNoIleAdresBilgisiSorgula => new KimlikNoCriteria(_samples.IlIlceMerkeziAdresi.Value),
        KpsOperation.TcKimlikNoSorgula => Description(),
        KpsOperation.AileBireyleriSorgula => new AileBireyleriCriteria(_samples.Citizen.Value, EAileSorguTipi.TumAile),
        KpsOperation.YetkiListesi => new YetkiListesiCriteria(),
        KpsOperation.KayitYeriIleKimlikSorgula => new KayitYeriCriteria(Place(Citizen.KayitYeri!)),
        KpsOperation.NufusKayitOrnegiSorgula => new NufusKayitOrnegiCriteria(
            new NufusKayitOrnegiKriter { KimlikNo = _samples.Citizen.Value, Olayli = true, Tip = NkoTip.NufusAileKayitOrnegi }),
        KpsOperation.IlListesi => new IlListesiCriteria(),
        KpsOperation.IlceListesi => new CodeCriteria("ilKod", Il),
        KpsOperation.MahalleListesi => new CodeCriteria("ilceKod", Ilce),
        KpsOperation.CsbmListesi => new CodeCriteria("mahalleKod", Uavt.MahallelerOf(Ilce)[0].Kod),
        KpsOperation.IstatistikSorgula => new IstatistikCriteria(
            new IstatistikKriter { BaslangicTarih = FirstDay, BitisTarih = FirstDay.AddYears(10), IlKod = Il, Olay = IstatistikOlay.Dogum }),
        KpsOperation.KisiVeCuzdanDogrula => Card(),
        KpsOperation.YabanciDogrula => new YabanciCriteria(new YabanciKriter
        {
            Ad = Foreigner.Ad, Soyad = Foreigner.Soyad, DogumYil = Foreigner.DogumTarih.Yil, KimlikNo = _samples.Foreigner.Value,
        }),
        _ => new KimlikNoCriteria(_samples.Citizen.Value),
    };

    private static int Il => Uavt.Iller[0].Kod;

    private static int Ilce => Uavt.IlcelerOf(Il)[0].Kod;

    private static Contracts.Ek.KayitYeri Place(Nvi.Simulator.Population.KayitYeri place) =>
        new() { AileSiraNo = place.AileSiraNo, BireySiraNo = place.BireySiraNo, CiltKod = place.Cilt.Kod, IlceKod = place.Ilce.Kod };

    private KisiBilgileriCriteria Description() => new()
    {
        Adi = Citizen.Ad,
        Soyadi = Citizen.Soyad,
        AnneAdi = Citizen.AnneAd,
        BabaAdi = Citizen.BabaAd,
        DogumTarihi = Citizen.DogumTarih.FirstDay,
        Cinsiyet = ECinsiyet.BILINMEYEN,
    };

    private KisiVeCuzdanCriteria Card() => new(new KisiVeCuzdanKriter
    {
        Ad = Citizen.Ad,
        Soyad = Citizen.Soyad,
        DogumYil = Citizen.DogumTarih.Yil,
        KimlikNo = _samples.Citizen.Value,
        TCKKSeriNo = Citizen.KimlikKarti!.SeriNo,
    });
}
