using System.Xml;
using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Transport;

namespace Kps.Mernis.Services.ByAnalogy;

/// <summary>
/// KisiSorgulaKayitYeriServis 2021/04/01, by analogy: no public WSDL; a supplied one is checked against these names and takes their place.
/// The item has the members of a citizen in BilesikKutukSorgulaKimlikNoServis, so it shares its type.
/// </summary>
internal sealed class KayitYeriService() : SorgulaService<TCKisiBilgisi>(new()
{
    Service = MernisService.KisiSorgulaKayitYeriServis,
    Version = "2021/04/01",
    IsByAnalogy = true,
    Criterion = "KayitYeriSorguKriteri",
    Members = [new("AileSiraNo", "int"), new("BireySiraNo", "int"), new("CiltKod", "int"), new("IlceKod", "int")],
    Item = "KisiBilgisi",
    ItemType = typeof(TCKisiBilgisi),
})
{
    public static readonly KayitYeriService Instance = new();

    public override void WriteCriterion(RequestBuffer message, in MernisQuery<TCKisiBilgisi> query)
    {
        var kriter = (KayitYeriKriteri)query.Criteria!;
        message.WriteMember("AileSiraNo"u8, kriter.AileSiraNo);
        message.WriteMember("BireySiraNo"u8, kriter.BireySiraNo);
        message.WriteMember("CiltKod"u8, kriter.CiltKod);
        message.WriteMember("IlceKod"u8, kriter.IlceKod);
    }

    public override (TCKisiBilgisi? Value, MernisHata? Hata) ReadAnswer(ArraySegment<byte> document, in MernisQuery<TCKisiBilgisi> query)
    {
        var (item, hata) = SorgulaAnswer.Read<TCKisiBilgisi>(document, "KisiBilgisi");
        return item?.KayitYeriBilgisi is not { } place || IsAt(place, (KayitYeriKriteri)query.Criteria!)
            ? (item, hata)
            : throw new XmlException("The answer is about another place in the register.");
    }

    /// <summary>The place is echoed on the person unless the institution may not see it; what is echoed must be what was asked for.</summary>
    private static bool IsAt(TCKisiKayitYeriBilgisi place, KayitYeriKriteri kriter) =>
        (place.AileSiraNo ?? kriter.AileSiraNo) == kriter.AileSiraNo
        && (place.BireySiraNo ?? kriter.BireySiraNo) == kriter.BireySiraNo
        && (place.Cilt?.Kod ?? kriter.CiltKod) == kriter.CiltKod
        && (place.Ilce?.Kod ?? kriter.IlceKod) == kriter.IlceKod;
}
