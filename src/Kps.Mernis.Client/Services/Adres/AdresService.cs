using System.Xml;
using Kps.Mernis.Transport;

namespace Kps.Mernis.Services.Adres;

/// <summary>KimlikNoSorgulaAdresServis, version 2021/04/01: what is asked and what may come back.</summary>
internal sealed class AdresService() : SorgulaService<KimlikNoileKisiAdresBilgileri>(new()
{
    Service = MernisService.KimlikNoSorgulaAdresServis,
    Version = "2021/04/01",
    Criterion = "KimlikNoileAdresSorguKriteri",
    Members = [new("KimlikNo", "long")],
    Item = nameof(KimlikNoileKisiAdresBilgileri),
    ItemType = typeof(KimlikNoileKisiAdresBilgileri),
})
{
    public const int MaxOtherAddresses = 50;

    public static readonly AdresService Instance = new();

    /// <summary>Writes the number. The birth date members narrow a query by number and are left out.</summary>
    public override void WriteCriterion(RequestBuffer message, in MernisQuery<KimlikNoileKisiAdresBilgileri> query)
    {
        message.Write("<KimlikNo>"u8);
        message.WriteNumber(query.Number);
        message.Write("</KimlikNo>"u8);
    }

    public override (KimlikNoileKisiAdresBilgileri? Value, MernisHata? Hata) ReadAnswer(
        ArraySegment<byte> document, in MernisQuery<KimlikNoileKisiAdresBilgileri> query)
    {
        var (item, hata) = SorgulaAnswer.Read<KimlikNoileKisiAdresBilgileri>(document, nameof(KimlikNoileKisiAdresBilgileri));
        return item is null || item.KimlikNo == query.Number ? (item, hata) : throw new XmlException("The answer is about another number.");
    }
}
