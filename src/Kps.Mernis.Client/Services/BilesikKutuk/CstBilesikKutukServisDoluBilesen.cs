namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>Names of the parts of an answer that can hold data; numbers as in the WSDL 2023/02/01 (wire contracts b.8).</summary>
public enum CstBilesikKutukServisDoluBilesen
{
    TCKisiBilgisi = 1,
    TCKKGeciciKimlikBilgisi = 2,
    TCKKBilgisi = 3,
    TCKKFotoBilgisi = 4,
    NufusCuzdaniBilgisi = 5,
    MaviKartliKisiBilgisi = 6,
    MaviKartBilgisi = 7,
    YabanciKisiBilgisi = 8,
    YeniMaviKartGeciciKimlikBilgisi = 9,
    YeniMaviKartBilgisi = 10,
    YeniMaviKartFotoBilgisi = 11,
}
