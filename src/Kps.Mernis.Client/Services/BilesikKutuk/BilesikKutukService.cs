using System.Xml;
using Kps.Contracts;
using Kps.Mernis.Transport;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>
/// BilesikKutukSorgulaKimlikNoServis: what is asked and what may come back. One reader does for every version from 2021/04/01 on, for it goes by
/// local name: 2023/02/01 brought the new blue card (YeniMaviKart…); 2024/04/01 moved DurumBilgisi, KayitYeriBilgisi and TemelBilgisi into its own
/// namespace and added VeliVasiTur and VeliVasiVar, which are skipped: the Ministry's contract has no place for them and no public document their types.
/// </summary>
internal sealed class BilesikKutukService() : SorgulaService<BilesikKutukBilgileri>(new()
{
    Service = MernisService.BilesikKutukSorgulaKimlikNoServis,
    Version = "2023/02/01",
    Criterion = "BilesikKutukSorgulaKimlikNoSorguKriteri",
    Members = [new("KimlikNo", "long")],
    Item = nameof(BilesikKutukBilgileri),
    ItemType = typeof(BilesikKutukBilgileri),
})
{
    public static readonly BilesikKutukService Instance = new();

    /// <summary>Writes the number. The birth date members narrow a query by number and are left out.</summary>
    public override void WriteCriterion(RequestBuffer message, in MernisQuery<BilesikKutukBilgileri> query)
    {
        message.Write("<KimlikNo>"u8);
        message.WriteNumber(query.Number);
        message.Write("</KimlikNo>"u8);
    }

    public override (BilesikKutukBilgileri? Value, MernisHata? Hata) ReadAnswer(ArraySegment<byte> document, in MernisQuery<BilesikKutukBilgileri> query) =>
        ReadAnswer(document, query.Number);

    /// <summary>Reads the answer about one number.</summary>
    /// <exception cref="XmlException">The document is no such answer, or one about another number: a wrong person harms a patient.</exception>
    public static (BilesikKutukBilgileri? Value, MernisHata? Hata) ReadAnswer(ArraySegment<byte> document, Tckn kimlikNo) => ReadAnswer(document, kimlikNo.Value);

    private static (BilesikKutukBilgileri? Value, MernisHata? Hata) ReadAnswer(ArraySegment<byte> document, long kimlikNo)
    {
        var (item, hata) = SorgulaAnswer.Read<BilesikKutukBilgileri>(document, nameof(BilesikKutukBilgileri));
        return item is null || IsAbout(item, kimlikNo) ? (item, hata) : throw new XmlException("The answer is about another number.");
    }

    /// <summary>
    /// The number stands on the answer, again on the person of each register and again on each paper (wire contracts b.6: "KimlikNo echoed everywhere").
    /// The first must be there; the others may be nil where a register knows nobody or nobody has the paper.
    /// </summary>
    private static bool IsAbout(BilesikKutukBilgileri answer, long kimlikNo) =>
        answer.KimlikNo == kimlikNo
        && IsAbout(answer.TCVatandasiKisiKutukleri, kimlikNo)
        && (answer.MaviKartliKisiKutukleri?.KisiBilgisi?.KimlikNo ?? kimlikNo) == kimlikNo
        && (answer.MaviKartliKisiKutukleri?.MaviKartBilgisi?.KimlikNo ?? kimlikNo) == kimlikNo
        && (answer.YabanciKisiKutukleri?.KisiBilgisi?.KimlikNo ?? kimlikNo) == kimlikNo;

    private static bool IsAbout(TCVatandasiKisiKutukleri? citizen, long kimlikNo) =>
        (citizen?.KisiBilgisi?.TCKimlikNo ?? kimlikNo) == kimlikNo
        && (citizen?.NufusCuzdaniBilgisi?.TCKimlikNo ?? kimlikNo) == kimlikNo
        && (citizen?.TCKKBilgisi?.TCKimlikNo ?? kimlikNo) == kimlikNo
        && (citizen?.GeciciKimlikBilgisi?.TCKimlikNo ?? kimlikNo) == kimlikNo;
}
