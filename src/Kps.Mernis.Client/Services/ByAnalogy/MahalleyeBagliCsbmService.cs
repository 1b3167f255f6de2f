using System.Xml;
using Kps.Mernis.Transport;

namespace Kps.Mernis.Services.ByAnalogy;

/// <summary>
/// AksOkuTumMahalleyeBagliCsbmServis 2011/01/01, by analogy: no public WSDL; a supplied one is checked against these names and takes their place.
/// </summary>
internal sealed class MahalleyeBagliCsbmService() : SorgulaService<IReadOnlyList<Csbm>>(new()
{
    Service = MernisService.AksOkuTumMahalleyeBagliCsbmServis,
    Version = "2011/01/01",
    IsByAnalogy = true,
    Criterion = "MahalleyeBagliCsbmSorguKriteri",
    Members = [new("MahalleKod", "int")],
    Item = nameof(Csbm),
    ItemType = typeof(Csbm),
})
{
    public static readonly MahalleyeBagliCsbmService Instance = new();

    public override void WriteCriterion(RequestBuffer message, in MernisQuery<IReadOnlyList<Csbm>> query) =>
        message.WriteMember("MahalleKod"u8, (int)query.Number);

    public override (IReadOnlyList<Csbm>? Value, MernisHata? Hata) ReadAnswer(ArraySegment<byte> document, in MernisQuery<IReadOnlyList<Csbm>> query)
    {
        var (items, hata) = SorgulaAnswer.ReadList<Csbm>(document, nameof(Csbm), TumIlService.MaxCodes);
        foreach (var item in items ?? [])
        {
            if ((item.MahalleKod ?? query.Number) != query.Number)
            {
                throw new XmlException("The answer is about another place.");
            }
        }

        return (items, hata);
    }
}
