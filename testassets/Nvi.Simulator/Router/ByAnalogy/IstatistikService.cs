using Nvi.Simulator.Population;
using Nvi.Simulator.Population.Addresses;
using Nvi.Simulator.Population.Events;

namespace Nvi.Simulator.Router.ByAnalogy;

/// <summary>
/// NufusIstatistikServis 2021/04/01, by analogy: how many births (OlayTip 1), deaths (2), marriages (3) or divorces (4) a province, or one district of
/// it, had between two days, both counted. An unknown place or kind is error 2 in the result; all members but IlceKod are needed.
/// </summary>
/// <param name="population">Whose events are counted.</param>
internal sealed class IstatistikService(NviPopulation population) : ResultPerCriterionService(
    "NufusIstatistikServis",
    "2021/04/01",
    new CriterionForm(
        "IstatistikSorguKriteri",
        ("BaslangicTarih", CriterionKind.Time),
        ("BitisTarih", CriterionKind.Time),
        ("IlKod", CriterionKind.Int),
        ("IlceKod", CriterionKind.Int),
        ("OlayTip", CriterionKind.Int)))
{
    /// <inheritdoc />
    protected override bool SaysEnough(Criterion criterion) =>
        criterion.Value<DateTime>("BaslangicTarih") is not null && criterion.Value<DateTime>("BitisTarih") is not null
        && criterion.Value<int>("IlKod") is not null && criterion.Value<int>("OlayTip") is not null;

    /// <inheritdoc />
    protected override void WriteResult(AnswerWriter writer, Criterion criterion)
    {
        var count = Count(criterion);
        writer.Inside("Istatistik", () =>
        {
            writer.Number("Adet", count);
            writer.Hata(count is null ? AnswerWriter.NotFound : null);
        });
    }

    private long? Count(Criterion criterion)
    {
        var tip = (OlayTipi)(criterion.Value<int>("OlayTip") ?? 0);
        var ilce = criterion.Value<int>("IlceKod");
        List<int> ilceler = [.. Uavt.IlcelerOf(criterion.Value<int>("IlKod") ?? 0).Select(each => each.Kod).Where(kod => ilce is null || kod == ilce)];
        return ilceler.Count > 0 && tip is OlayTipi.Dogum or OlayTipi.Olum or OlayTipi.Evlenme or OlayTipi.Bosanma
            ? population.CountEvents(tip, ilceler, Day(criterion, "BaslangicTarih"), Day(criterion, "BitisTarih"))
            : null;
    }

    private static DateOnly Day(Criterion criterion, string name) => DateOnly.FromDateTime(criterion.Value<DateTime>(name) ?? default);
}
