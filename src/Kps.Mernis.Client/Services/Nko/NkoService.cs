using System.Xml;
using Kps.Mernis.Transport;

namespace Kps.Mernis.Services.Nko;

/// <summary>NkoSorgulaTCKimlikNoServis, version 2021/04/01: what is asked and what may come back.</summary>
internal sealed class NkoService() : SorgulaService<Nko>(new()
{
    Service = MernisService.NkoSorgulaTCKimlikNoServis,
    Version = "2021/04/01",
    Criterion = "NkoTCKimlikNoSorguKriteri",
    Members =
    [
        new("EskiEsListele", "boolean"), new("NKOTipi", "string") { Values = Enum.GetNames<NkoTur>() }, new("TCKimlikNo", "long"), new("Vukuatli", "boolean"),
    ],
    Item = nameof(Nko),
    ItemType = typeof(Nko),
})
{
    public const int MaxPersons = 200;
    public const int MaxEvents = 2_000;

    public static readonly NkoService Instance = new();

    private const int Kendisi = 1;

    public override void WriteCriterion(RequestBuffer message, in MernisQuery<Nko> query)
    {
        var criteria = (NkoCriteria)query.Criteria!;
        message.Write("<EskiEsListele>"u8);
        message.WriteBoolean(criteria.EskiEsListele);
        message.Write("</EskiEsListele><NKOTipi>"u8);
        message.WriteText(criteria.Tur);
        message.Write("</NKOTipi><TCKimlikNo>"u8);
        message.WriteNumber(query.Number);
        message.Write("</TCKimlikNo><Vukuatli>"u8);
        message.WriteBoolean(criteria.Vukuatli);
        message.Write("</Vukuatli>"u8);
    }

    public override (Nko? Value, MernisHata? Hata) ReadAnswer(ArraySegment<byte> document, in MernisQuery<Nko> query)
    {
        var (item, hata) = SorgulaAnswer.Read<Nko>(document, nameof(Nko));
        return item?.Kisiler is not { } persons || AreAbout(persons, query.Number)
            ? (item, hata)
            : throw new XmlException("The answer is about another number.");
    }

    /// <summary>An extract echoes no number; but the person asked for is in it, and nobody else is "kendisi" (wire contracts a.10).</summary>
    private static bool AreAbout(IReadOnlyList<NkoKisi> persons, long kimlikNo)
    {
        var isThere = false;
        foreach (var person in persons)
        {
            if (person.TCKimlikNo == kimlikNo)
            {
                isThere = true;
            }
            else if (person.YakinlikKod?.Kod == Kendisi)
            {
                return false;
            }
        }

        return isThere;
    }
}
