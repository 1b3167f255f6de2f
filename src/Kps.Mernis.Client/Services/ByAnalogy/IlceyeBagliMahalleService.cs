using System.Xml;
using Kps.Mernis.Transport;

namespace Kps.Mernis.Services.ByAnalogy;

/// <summary>
/// AksOkuTumIlceyeBagliMahalleServis 2011/01/01, by analogy: no public WSDL; a supplied one is checked against these names and takes their place.
/// </summary>
internal sealed class IlceyeBagliMahalleService() : SorgulaService<IReadOnlyList<Mahalle>>(new()
{
    Service = MernisService.AksOkuTumIlceyeBagliMahalleServis,
    Version = "2011/01/01",
    IsByAnalogy = true,
    Criterion = "IlceyeBagliMahalleSorguKriteri",
    Members = [new("IlceKod", "int")],
    Item = nameof(Mahalle),
    ItemType = typeof(Mahalle),
})
{
    public static readonly IlceyeBagliMahalleService Instance = new();

    public override void WriteCriterion(RequestBuffer message, in MernisQuery<IReadOnlyList<Mahalle>> query) =>
        message.WriteMember("IlceKod"u8, (int)query.Number);

    public override (IReadOnlyList<Mahalle>? Value, MernisHata? Hata) ReadAnswer(ArraySegment<byte> document, in MernisQuery<IReadOnlyList<Mahalle>> query)
    {
        var (items, hata) = SorgulaAnswer.ReadList<Mahalle>(document, nameof(Mahalle), TumIlService.MaxCodes);
        foreach (var item in items ?? [])
        {
            if ((item.IlceKod ?? query.Number) != query.Number)
            {
                throw new XmlException("The answer is about another place.");
            }
        }

        return (items, hata);
    }
}
