using Kps.Contracts.BilesikKisiSorgula;
using Kps.Gateway.Call.Mapping;

namespace Kps.Gateway.Call.Queries.BilesikKisi;

/// <summary>What a mapped record of the three registers comes to, with or without the address.</summary>
internal static class BilesikKisiResult
{
    /// <summary>True when one of the registers has the number.</summary>
    public static bool HasRecord(BilesikKisiBilgisi bilgi) =>
        bilgi is not { TCVatandasiKisiKutukleri: null, MaviKartliKisiKutukleri: null, YabanciKisiKutukleri: null };

    /// <summary>The result; faulty where there is neither a person nor a reason.</summary>
    public static QueryResult Of(BilesikKisiBilgisi bilgi)
    {
        var result = new KpsServisSonucuBilesikKisiBilgisi { Sonuc = bilgi };
        return HasRecord(bilgi) ? QueryResult.Record(result, bilgi)
            : bilgi.HataBilgisi is { } hata ? QueryResult.Hata(result, hata.Kod ?? NviHata.KayitYokKod)
            : QueryResult.Faulty(new CallFault(FaultCode.UnmappableAnswer));
    }
}
