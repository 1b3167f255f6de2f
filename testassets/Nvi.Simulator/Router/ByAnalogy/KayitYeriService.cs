using Nvi.Simulator.Population;

namespace Nvi.Simulator.Router.ByAnalogy;

/// <summary>KisiSorgulaKayitYeriServis 2021/04/01, by analogy: the citizen registered at a place, or error 2 in the result. All four members are needed.</summary>
/// <param name="population">Whom the register knows.</param>
internal sealed class KayitYeriService(NviPopulation population) : ResultPerCriterionService(
    "KisiSorgulaKayitYeriServis",
    "2021/04/01",
    new CriterionForm(
        "KayitYeriSorguKriteri",
        ("AileSiraNo", CriterionKind.Int),
        ("BireySiraNo", CriterionKind.Int),
        ("CiltKod", CriterionKind.Int),
        ("IlceKod", CriterionKind.Int)))
{
    /// <inheritdoc />
    protected override bool SaysEnough(Criterion criterion) => Place(criterion) is not null;

    /// <inheritdoc />
    protected override void WriteResult(AnswerWriter writer, Criterion criterion)
    {
        var person = Place(criterion) is var (ilce, cilt, aile, birey) ? population.FindAt(ilce, cilt, aile, birey) : null;
        writer.Inside("KisiBilgisi", () => CitizenPerson.Write(writer, person?.KimlikNo.Value, person, withGuardian: false));
    }

    private static (int Ilce, int Cilt, int Aile, int Birey)? Place(Criterion criterion) =>
        criterion.Value<int>("IlceKod") is { } ilce && criterion.Value<int>("CiltKod") is { } cilt
        && criterion.Value<int>("AileSiraNo") is { } aile && criterion.Value<int>("BireySiraNo") is { } birey
            ? (ilce, cilt, aile, birey)
            : null;
}
