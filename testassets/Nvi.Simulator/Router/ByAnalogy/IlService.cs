using Nvi.Simulator.Population;
using Nvi.Simulator.Population.Addresses;

namespace Nvi.Simulator.Router.ByAnalogy;

/// <summary>AksOkuTumIlServis 2011/01/01, by analogy: all provinces; asked without criteria.</summary>
internal sealed class IlService() : ListService<NviParametre>("AksOkuTumIlServis", "2011/01/01", null)
{
    /// <inheritdoc />
    protected override bool SaysEnough(Criterion criterion) => true;

    /// <inheritdoc />
    protected override IEnumerable<NviParametre> Find(Criterion criterion) => Uavt.Iller;

    /// <inheritdoc />
    protected override void WriteItem(AnswerWriter writer, NviParametre item) => writer.Inside("Il", () =>
    {
        writer.Text("Ad", item.Aciklama);
        writer.Hata(null);
        writer.Number("Kod", item.Kod);
    });
}
