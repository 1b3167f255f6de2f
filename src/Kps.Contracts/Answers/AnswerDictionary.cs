using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Xml;

namespace Kps.Contracts.Answers;

/// <summary>
/// Static dictionary, version 1, of the compact answer form ([MC-NBFX] with a dictionary agreed beforehand). A name is stored as its
/// position in the list, so the list is frozen: names are only ever appended. Sealed audit bodies of eight years depend on it.
/// </summary>
internal sealed class AnswerDictionary : IXmlDictionary
{
    // The first 64 positions cost one byte each in a document, later ones two: what a citizen's answer uses stands first.
    private static readonly string[] Names =
    [
        "nil", "http://www.w3.org/2001/XMLSchema-instance", "https://www.saglik.gov.tr/KPS/01/01/2017", "Aciklama", "Kod", "Ay",
        "Gun", "Yil", "HataBilgisi", "Sonuc", "BilesikKisiSorgulaResult", "AdresBilgisi", "KimlikNo", "MaviKartliKisiKutukleri",
        "TCVatandasiKisiKutukleri", "YabanciKisiKutukleri", "GeciciKimlikBilgisi", "KisiBilgisi", "NufusCuzdaniBilgisi",
        "TCKKBilgisi", "AnneTCKimlikNo", "BabaTCKimlikNo", "DogumYerKod", "DurumBilgisi", "EsTCKimlikNo", "KayitYeriBilgisi",
        "TCKimlikNo", "TemelBilgisi", "Ad", "AnneAd", "BabaAd", "Cinsiyet", "DogumTarih", "DogumYer", "Soyad", "Din", "Durum",
        "MedeniHal", "OlumTarih", "AileSiraNo", "BireySiraNo", "Cilt", "Il", "Ilce", "BasvuruNeden", "KayitNo", "SeriNo",
        "SonGecerlilikTarih", "TeslimEdenBirim", "TeslimTarih", "VerenMakam", "CuzdanKayitNo", "CuzdanVerilmeNeden", "No", "Seri",
        "VerildigiIlce", "VerilmeTarih", "BelgeNo", "DuzenlenmeTarih", "DuzenleyenIlce", "OncekiSoyad", "AnneKimlikNo",
        "BabaKimlikNo", "BitisTarihiBelirsizOlmaNeden", "EsKimlikNo", "GercekKisiKimlikNo", "IzinBaslangicTarih",
        "IzinBitisTarih", "IzinDuzenlenenIl", "IzinNo", "KaynakBirim", "KazanilanTCKimlikNo", "Uyruk", "MaviKartBilgisi", "Ulke",
        "Birim", "KartKayitNo", "VerilisNeden", "AcikAdres", "AdresNo", "AdresTip", "BeldeAdresi", "BeyanTarihi",
        "BeyandaBulunanKimlikNo", "IlIlceMerkezAdresi", "KoyAdresi", "TasinmaTarihi", "TescilTarihi", "YurtDisiAdresi",
        "BagimsizBolumDurum", "BagimsizBolumTipi", "BinaAda", "BinaBlokAdi", "BinaDurum", "BinaKodu", "BinaNo",
        "BinaNumaratajTipi", "BinaPafta", "BinaParsel", "BinaSiteAdi", "BinaYapiTipi", "Csbm", "CsbmKodu", "DisKapiNo",
        "IcKapiNo", "IlKodu", "IlceKodu", "KatNo", "Mahalle", "MahalleKodu", "TapuBagimsizBolumNo", "YapiKullanimAmac",
        "YolAltiKatSayisi", "YolUstuKatSayisi", "Koy", "KoyKayitNo", "KoyKodu", "DisTemsDuzeltmeBeyanTarih",
        "DisTemsDuzeltmeKararTarih", "DisTemsDuzeltmeNeden", "DisTemsilcilik", "YabanciAdres", "YabanciSehir", "YabanciUlke",
        "BilesikKisiveAdresSorgulaResult", "KimlikNoIleAdresBilgisiSorgulaResult", "KimlikNoIleNufusKayitOrnegiSorgulaResult",
        "TcKimlikNoSorgulaResult", "AileBireyleriSorgulaResult", "YetkiListesiResult", "NkoMaviKart", "NkoVatandas", "Kisiler",
        "NkoKisi", "NkoTuru", "Olaylar", "NkoOlay", "KisiOlayTarihBilgisi", "YakinlikKod", "BosanmaTarih", "EvlenmeTarih",
        "TescilTarih", "Dusunce", "KayitYeri", "OlayKayitNo", "OlayTarih", "OlayTipi", "CiltKod", "IlceKod", "NkoMaviKartKisi",
        "NkoMaviKartOlay", "KisiKimlikNo", "AileKisiListesi", "Yakinlik", "Service", "CreatedBy", "CreatedOn", "Id",
        "ModifiedBy", "ModifiedOn", "Description", "IsActive", "IsAuthorized", "IsEditable", "Methods", "Method", "Name",
        "Namespace", "ServiceNo", "ServiceTestUrl", "ServiceUrl", "Argumans", "Property", "ReturnProperties", "SubProperties",
        "Type", "AnaAd", "urn:kps:ek:2026-01", "KayitYeriIleKimlikSorgulaResult", "NufusKayitOrnegiSorgulaResult",
        "CuzdanBilgisiSorgulaResult", "NufusOlaySorgulaResult", "IlListesiResult", "IlceListesiResult", "MahalleListesiResult",
        "CsbmListesiResult", "IstatistikSorgulaResult", "KisiVeCuzdanDogrulaResult", "YabanciDogrulaResult", "MahalleKod",
        "Tip", "NufusCuzdani", "TCKK", "Dogrulandi", "IlKod", "Adet", "BaslangicTarih", "BitisTarih", "Olay", "CuzdanTuru",
        "MaliyeSaymanligi", "NufusOlay",
    ];

    private readonly XmlDictionaryString[] _byKey;
    private readonly FrozenDictionary<string, XmlDictionaryString> _byName;

    private AnswerDictionary()
    {
        _byKey = [.. Names.Select((name, key) => new XmlDictionaryString(this, name, key))];
        _byName = _byKey.ToFrozenDictionary(entry => entry.Value, StringComparer.Ordinal);
    }

    /// <summary>The one instance, immutable.</summary>
    public static AnswerDictionary Version1 { get; } = new();

    /// <summary>The names by position.</summary>
    public static IReadOnlyList<string> Entries => Names;

    /// <summary>The position of a name.</summary>
    /// <returns>Null when the dictionary does not have it.</returns>
    public static int? KeyOf(string name) => Version1._byName.TryGetValue(name, out var entry) ? entry.Key : null;

    public bool TryLookup(int key, [NotNullWhen(true)] out XmlDictionaryString? result)
    {
        result = (uint)key < (uint)_byKey.Length ? _byKey[key] : null;
        return result is not null;
    }

    public bool TryLookup(string value, [NotNullWhen(true)] out XmlDictionaryString? result) => _byName.TryGetValue(value, out result);

    /// <summary>By text: the serializer's dictionary strings belong to dictionaries of its own.</summary>
    public bool TryLookup(XmlDictionaryString value, [NotNullWhen(true)] out XmlDictionaryString? result) =>
        _byName.TryGetValue(value.Value, out result);
}
