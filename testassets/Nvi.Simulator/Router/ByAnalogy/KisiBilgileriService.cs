using System.Globalization;
using Nvi.Simulator.Population;
using Nvi.Simulator.Population.Search;

namespace Nvi.Simulator.Router.ByAnalogy;

/// <summary>
/// KisiSorgulaKisiBilgileriServis 2021/04/01, by analogy: citizens by name. Ad and Soyad are needed, all else narrows; names are compared in Turkish
/// capitals. Eleven or more are error 11 and nobody.
/// </summary>
/// <param name="population">Whom the register knows.</param>
internal sealed class KisiBilgileriService(NviPopulation population) : ListService<Person>(
    "KisiSorgulaKisiBilgileriServis",
    "2021/04/01",
    new CriterionForm(
        "KisiBilgileriSorguKriteri",
        ("Ad", CriterionKind.Text),
        ("AnneAd", CriterionKind.Text),
        ("BabaAd", CriterionKind.Text),
        ("Cinsiyet", CriterionKind.Int),
        ("DogumAy", CriterionKind.Int),
        ("DogumGun", CriterionKind.Int),
        ("DogumYer", CriterionKind.Text),
        ("DogumYil", CriterionKind.Int),
        ("Soyad", CriterionKind.Text)))
{
    private static readonly CultureInfo Turkish = CultureInfo.GetCultureInfo("tr-TR");

    /// <inheritdoc />
    protected override int Most => 10;

    /// <inheritdoc />
    protected override bool SaysEnough(Criterion criterion) => criterion.Text("Ad") is not null && criterion.Text("Soyad") is not null;

    /// <inheritdoc />
    protected override IEnumerable<Person> Find(Criterion criterion) => population.Search(
        new KisiArama(Name(criterion, "Ad") ?? string.Empty, Name(criterion, "Soyad") ?? string.Empty)
        {
            AnneAd = Name(criterion, "AnneAd"),
            BabaAd = Name(criterion, "BabaAd"),
            Cinsiyet = criterion.Value<int>("Cinsiyet") is { } sex and not 0 ? (Cinsiyet)sex : null,
            DogumYer = Name(criterion, "DogumYer"),
            DogumYil = criterion.Value<int>("DogumYil"),
            DogumAy = criterion.Value<int>("DogumAy"),
            DogumGun = criterion.Value<int>("DogumGun"),
        },
        Most + 1);

    /// <inheritdoc />
    protected override void WriteItem(AnswerWriter writer, Person item) =>
        writer.Inside("KisiBilgisi", () => CitizenPerson.Write(writer, item.KimlikNo.Value, item, withGuardian: false));

    private static string? Name(Criterion criterion, string member) => criterion.Text(member)?.Trim().ToUpper(Turkish);
}
