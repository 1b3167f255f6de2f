using Nvi.Simulator.Population.Addresses;

namespace Nvi.Simulator.Router.ByAnalogy;

/// <summary>AksOkuTumMahalleyeBagliCsbmServis 2011/01/01, by analogy: the streets of a quarter.</summary>
internal sealed class CsbmService() : ListService<UavtCsbm>(
    "AksOkuTumMahalleyeBagliCsbmServis", "2011/01/01", new CriterionForm("MahalleyeBagliCsbmSorguKriteri", ("MahalleKod", CriterionKind.Int)))
{
    /// <inheritdoc />
    protected override bool SaysEnough(Criterion criterion) => criterion.Value<int>("MahalleKod") is not null;

    /// <inheritdoc />
    protected override IEnumerable<UavtCsbm> Find(Criterion criterion) => Uavt.CsbmlerOf(criterion.Value<int>("MahalleKod") ?? 0);

    /// <inheritdoc />
    protected override void WriteItem(AnswerWriter writer, UavtCsbm item) => writer.Inside("Csbm", () =>
    {
        writer.Text("Ad", item.Ad);
        writer.Hata(null);
        writer.Number("Kod", item.Kod);
        writer.Number("MahalleKod", item.MahalleKod);
        writer.Kod("Tip", item.Tip);
    });
}
