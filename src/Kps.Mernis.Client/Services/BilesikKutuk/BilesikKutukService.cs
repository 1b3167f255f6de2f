using System.Xml;
using Kps.Contracts;
using Kps.Mernis.Transport;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>BilesikKutukSorgulaKimlikNoServis, version 2023/02/01: what is asked and what may come back.</summary>
internal static class BilesikKutukService
{
    /// <summary>The wsa:Action; at NVİ it alone selects service, version and operation (wire contracts b.2).</summary>
    public const string Action = "http://kps.nvi.gov.tr/2023/02/01/BilesikKutukSorgulaKimlikNoServis/Sorgula";

    /// <summary>Writes the body for one number. The birth date members narrow a query by number and are left out.</summary>
    public static void WriteRequest(RequestBuffer message, Tckn kimlikNo)
    {
        message.Write("<Sorgula xmlns=\"http://kps.nvi.gov.tr/2023/02/01\"><kriterListesi><BilesikKutukSorgulaKimlikNoSorguKriteri><KimlikNo>"u8);
        message.WriteNumber(kimlikNo.Value);
        message.Write("</KimlikNo></BilesikKutukSorgulaKimlikNoSorguKriteri></kriterListesi></Sorgula>"u8);
    }

    /// <summary>Reads the answer about one number.</summary>
    /// <exception cref="XmlException">The document is no such answer, or one about another number: a wrong person harms a patient.</exception>
    public static (BilesikKutukBilgileri? Value, MernisHata? Hata) ReadAnswer(ArraySegment<byte> document, Tckn kimlikNo)
    {
        var (item, hata) = SorgulaAnswer.Read<BilesikKutukBilgileri>(document, nameof(BilesikKutukBilgileri));
        return item is null || IsAbout(item, kimlikNo.Value) ? (item, hata) : throw new XmlException("The answer is about another number.");
    }

    /// <summary>
    /// The number stands on the answer and again on the person of each register (wire contracts b.6: "KimlikNo echoed everywhere"). The first
    /// must be there; the others may be nil where a register knows nobody.
    /// </summary>
    private static bool IsAbout(BilesikKutukBilgileri answer, long kimlikNo) =>
        answer.KimlikNo == kimlikNo
        && (answer.TCVatandasiKisiKutukleri?.KisiBilgisi?.TCKimlikNo ?? kimlikNo) == kimlikNo
        && (answer.MaviKartliKisiKutukleri?.KisiBilgisi?.KimlikNo ?? kimlikNo) == kimlikNo
        && (answer.YabanciKisiKutukleri?.KisiBilgisi?.KimlikNo ?? kimlikNo) == kimlikNo;
}
