using Nvi.Simulator.Population.Addresses;

namespace Nvi.Simulator.Router.ByAnalogy;

/// <summary>AksOkuTumIlceyeBagliMahalleServis 2011/01/01, by analogy: the quarters of a district, those of its town and villages among them.</summary>
internal sealed class MahalleService() : ListService<UavtMahalle>(
    "AksOkuTumIlceyeBagliMahalleServis", "2011/01/01", new CriterionForm("IlceyeBagliMahalleSorguKriteri", ("IlceKod", CriterionKind.Int)))
{
    /// <inheritdoc />
    protected override bool SaysEnough(Criterion criterion) => criterion.Value<int>("IlceKod") is not null;

    /// <inheritdoc />
    protected override IEnumerable<UavtMahalle> Find(Criterion criterion) => Uavt.MahallelerOf(criterion.Value<int>("IlceKod") ?? 0);

    /// <inheritdoc />
    protected override void WriteItem(AnswerWriter writer, UavtMahalle item) => writer.Inside("Mahalle", () =>
    {
        writer.Text("Ad", item.Ad);
        writer.Hata(null);
        writer.Number("IlceKod", item.IlceKod);
        writer.Number("Kod", item.Kod);
    });
}
