using Nvi.Simulator.Population;
using Nvi.Simulator.Population.Addresses;

namespace Nvi.Simulator.Router.ByAnalogy;

/// <summary>AksOkuTumIleBagliIlceServis 2011/01/01, by analogy: the districts of a province.</summary>
internal sealed class IlceService() : ListService<(NviParametre Ilce, int IlKod)>(
    "AksOkuTumIleBagliIlceServis", "2011/01/01", new CriterionForm("IleBagliIlceSorguKriteri", ("IlKod", CriterionKind.Int)))
{
    /// <inheritdoc />
    protected override bool SaysEnough(Criterion criterion) => criterion.Value<int>("IlKod") is not null;

    /// <inheritdoc />
    protected override IEnumerable<(NviParametre Ilce, int IlKod)> Find(Criterion criterion)
    {
        var il = criterion.Value<int>("IlKod") ?? 0;
        return Uavt.IlcelerOf(il).Select(ilce => (ilce, il));
    }

    /// <inheritdoc />
    protected override void WriteItem(AnswerWriter writer, (NviParametre Ilce, int IlKod) item) => writer.Inside("Ilce", () =>
    {
        writer.Text("Ad", item.Ilce.Aciklama);
        writer.Hata(null);
        writer.Number("IlKod", item.IlKod);
        writer.Number("Kod", item.Ilce.Kod);
    });
}
