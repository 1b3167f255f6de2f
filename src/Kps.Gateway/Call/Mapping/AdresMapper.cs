using Kps.Contracts.Adres;
using Nvi = Kps.Mernis.Services.Adres;

namespace Kps.Gateway.Call.Mapping;

/// <summary>
/// NVİ's address in the Ministry's shape. NVİ expands all four kinds; here the kind that holds something is filled and the others are nil as a whole, but
/// present (wire contracts a.5, a.7). The reason for moving has no place in the contract.
/// </summary>
internal static class AdresMapper
{
    private const int KayitYokKod = 2;

    /// <summary>Maps one address.</summary>
    /// <param name="nvi">The address of residence.</param>
    /// <returns>Null when there is none and no reason is given.</returns>
    public static KisiAdresBilgisi? Map(Nvi.KimlikNoileKisiAdresBilgisi? nvi) => nvi is null ? null : new KisiAdresBilgisi
    {
        AcikAdres = nvi.AcikAdres,
        AdresNo = nvi.AdresNo,
        AdresTip = nvi.AdresTip.ToContract(),
        BeldeAdresi = Belde(nvi.BeldeAdresi),
        BeyanTarihi = nvi.BeyanTarihi.ToDateOrNil(),
        BeyandaBulunanKimlikNo = nvi.BeyandaBulunanKimlikNo,
        HataBilgisi = nvi.HataBilgisi.ToContract(),
        IlIlceMerkezAdresi = Merkez(nvi.IlIlceMerkezAdresi),
        KoyAdresi = Koy(nvi.KoyAdresi),
        TasinmaTarihi = nvi.TasinmaTarihi.ToDateOrNil(),
        TescilTarihi = nvi.TescilTarihi.ToDateOrNil(),
        YurtDisiAdresi = YurtDisi(nvi.YurtDisiAdresi),
    };

    private static IlIlceMerkezAdresi? Merkez(Nvi.KimlikNoileIlIlceMerkezi? nvi) => nvi is null or { IlKodu: null, Il: null, IlceKodu: null, Ilce: null, Csbm: null, BinaNo: null, DisKapiNo: null, HataBilgisi: null or { Kod: null or KayitYokKod } } ? null : new IlIlceMerkezAdresi
    {
        BagimsizBolumDurum = nvi.BagimsizBolumDurum.ToContract(),
        BagimsizBolumTipi = nvi.BagimsizBolumTipi.ToContract(),
        BinaAda = nvi.BinaAda,
        BinaBlokAdi = nvi.BinaBlokAdi,
        BinaDurum = nvi.BinaDurum.ToContract(),
        BinaKodu = nvi.BinaKodu,
        BinaNo = nvi.BinaNo,
        BinaNumaratajTipi = nvi.BinaNumaratajTipi.ToContract(),
        BinaPafta = nvi.BinaPafta,
        BinaParsel = nvi.BinaParsel,
        BinaSiteAdi = nvi.BinaSiteAdi,
        BinaYapiTipi = nvi.BinaYapiTipi.ToContract(),
        Csbm = nvi.Csbm,
        CsbmKodu = nvi.CsbmKodu,
        DisKapiNo = nvi.DisKapiNo,
        HataBilgisi = nvi.HataBilgisi.ToContract(),
        IcKapiNo = nvi.IcKapiNo,
        Il = nvi.Il,
        IlKodu = nvi.IlKodu,
        Ilce = nvi.Ilce,
        IlceKodu = nvi.IlceKodu,
        KatNo = nvi.KatNo,
        Mahalle = nvi.Mahalle,
        MahalleKodu = nvi.MahalleKodu,
        TapuBagimsizBolumNo = nvi.TapuBagimsizBolumNo,
        YapiKullanimAmac = nvi.YapiKullanimAmac.ToContract(),
        YolAltiKatSayisi = nvi.YolAltiKatSayisi,
        YolUstuKatSayisi = nvi.YolUstuKatSayisi,
    };

    private static BeldeAdresi? Belde(Nvi.KimlikNoileBeldeAdresi? nvi) => nvi is null or { IlKodu: null, Il: null, IlceKodu: null, Ilce: null, Csbm: null, BinaNo: null, DisKapiNo: null, HataBilgisi: null or { Kod: null or KayitYokKod } } ? null : new BeldeAdresi
    {
        BagimsizBolumDurum = nvi.BagimsizBolumDurum.ToContract(),
        BagimsizBolumTipi = nvi.BagimsizBolumTipi.ToContract(),
        BinaAda = nvi.BinaAda,
        BinaBlokAdi = nvi.BinaBlokAdi,
        BinaDurum = nvi.BinaDurum.ToContract(),
        BinaKodu = nvi.BinaKodu,
        BinaNo = nvi.BinaNo,
        BinaNumaratajTipi = nvi.BinaNumaratajTipi.ToContract(),
        BinaPafta = nvi.BinaPafta,
        BinaParsel = nvi.BinaParsel,
        BinaSiteAdi = nvi.BinaSiteAdi,
        BinaYapiTipi = nvi.BinaYapiTipi.ToContract(),
        Csbm = nvi.Csbm,
        CsbmKodu = nvi.CsbmKodu,
        DisKapiNo = nvi.DisKapiNo,
        HataBilgisi = nvi.HataBilgisi.ToContract(),
        IcKapiNo = nvi.IcKapiNo,
        Il = nvi.Il,
        IlKodu = nvi.IlKodu,
        Ilce = nvi.Ilce,
        IlceKodu = nvi.IlceKodu,
        KatNo = nvi.KatNo,
        Koy = nvi.Koy,
        KoyKayitNo = nvi.KoyKayitNo,
        KoyKodu = nvi.KoyKodu,
        Mahalle = nvi.Mahalle,
        MahalleKodu = nvi.MahalleKodu,
        TapuBagimsizBolumNo = nvi.TapuBagimsizBolumNo,
        YapiKullanimAmac = nvi.YapiKullanimAmac.ToContract(),
        YolAltiKatSayisi = nvi.YolAltiKatSayisi,
        YolUstuKatSayisi = nvi.YolUstuKatSayisi,
    };

    private static KoyAdresi? Koy(Nvi.KimlikNoileKoyAdresi? nvi) => nvi is null or { IlKodu: null, Il: null, IlceKodu: null, Ilce: null, Csbm: null, BinaNo: null, DisKapiNo: null, HataBilgisi: null or { Kod: null or KayitYokKod } } ? null : new KoyAdresi
    {
        BagimsizBolumDurum = nvi.BagimsizBolumDurum.ToContract(),
        BagimsizBolumTipi = nvi.BagimsizBolumTipi.ToContract(),
        BinaAda = nvi.BinaAda,
        BinaBlokAdi = nvi.BinaBlokAdi,
        BinaDurum = nvi.BinaDurum.ToContract(),
        BinaKodu = nvi.BinaKodu,
        BinaNo = nvi.BinaNo,
        BinaNumaratajTipi = nvi.BinaNumaratajTipi.ToContract(),
        BinaPafta = nvi.BinaPafta,
        BinaParsel = nvi.BinaParsel,
        BinaSiteAdi = nvi.BinaSiteAdi,
        BinaYapiTipi = nvi.BinaYapiTipi.ToContract(),
        Csbm = nvi.Csbm,
        CsbmKodu = nvi.CsbmKodu,
        DisKapiNo = nvi.DisKapiNo,
        HataBilgisi = nvi.HataBilgisi.ToContract(),
        IcKapiNo = nvi.IcKapiNo,
        Il = nvi.Il,
        IlKodu = nvi.IlKodu,
        Ilce = nvi.Ilce,
        IlceKodu = nvi.IlceKodu,
        KatNo = nvi.KatNo,
        Koy = nvi.Koy,
        KoyKayitNo = nvi.KoyKayitNo,
        KoyKodu = nvi.KoyKodu,
        Mahalle = nvi.Mahalle,
        MahalleKodu = nvi.MahalleKodu,
        TapuBagimsizBolumNo = nvi.TapuBagimsizBolumNo,
        YapiKullanimAmac = nvi.YapiKullanimAmac.ToContract(),
        YolAltiKatSayisi = nvi.YolAltiKatSayisi,
        YolUstuKatSayisi = nvi.YolUstuKatSayisi,
    };

    private static YurtDisiAdresi? YurtDisi(Nvi.KimlikNoileYurtDisiAdresi? nvi) => nvi is null or { YabanciAdres: null, YabanciSehir: null, YabanciUlke: null or { Kod: null, Aciklama: null }, HataBilgisi: null or { Kod: null or KayitYokKod } } ? null : new YurtDisiAdresi
    {
        DisTemsDuzeltmeBeyanTarih = nvi.DisTemsDuzeltmeBeyanTarih,
        DisTemsDuzeltmeKararTarih = nvi.DisTemsDuzeltmeKararTarih,
        DisTemsDuzeltmeNeden = nvi.DisTemsDuzeltmeNeden.ToContract(),
        DisTemsilcilik = nvi.DisTemsilcilik.ToContract(),
        HataBilgisi = nvi.HataBilgisi.ToContract(),
        YabanciAdres = nvi.YabanciAdres,
        YabanciSehir = nvi.YabanciSehir,
        YabanciUlke = nvi.YabanciUlke.ToContract(),
    };
}
