using System.Xml;
using Kps.Mernis.Transport;

namespace Kps.Mernis.Services.ByAnalogy;

/// <summary>
/// AksOkuTumIleBagliIlceServis 2011/01/01, by analogy: no public WSDL; a supplied one is checked against these names and takes their place.
/// </summary>
internal sealed class IleBagliIlceService() : SorgulaService<IReadOnlyList<Ilce>>(new()
{
    Service = MernisService.AksOkuTumIleBagliIlceServis,
    Version = "2011/01/01",
    IsByAnalogy = true,
    Criterion = "IleBagliIlceSorguKriteri",
    Members = [new("IlKod", "int")],
    Item = nameof(Ilce),
    ItemType = typeof(Ilce),
})
{
    public static readonly IleBagliIlceService Instance = new();

    public override void WriteCriterion(RequestBuffer message, in MernisQuery<IReadOnlyList<Ilce>> query) =>
        message.WriteMember("IlKod"u8, (int)query.Number);

    public override (IReadOnlyList<Ilce>? Value, MernisHata? Hata) ReadAnswer(ArraySegment<byte> document, in MernisQuery<IReadOnlyList<Ilce>> query)
    {
        var (items, hata) = SorgulaAnswer.ReadList<Ilce>(document, nameof(Ilce), TumIlService.MaxCodes);
        foreach (var item in items ?? [])
        {
            if ((item.IlKod ?? query.Number) != query.Number)
            {
                throw new XmlException("The answer is about another place.");
            }
        }

        return (items, hata);
    }
}
