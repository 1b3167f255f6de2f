using Nvi.Simulator.Population;

namespace Nvi.Simulator.Router.Bilesik;

/// <summary>BilesikKutukSorgulaKimlikNoServis, operation Sorgula (wire contracts b.6, b.9).</summary>
/// <param name="population">Whom the register knows.</param>
/// <param name="version">Which version.</param>
/// <param name="isCompact">See <see cref="AnswerWriter"/>.</param>
internal sealed class BilesikKutukService(NviPopulation population, BilesikVersion version, bool isCompact = false)
    : ResultPerCriterionService(
        "BilesikKutukSorgulaKimlikNoServis",
        version.Version,
        CriterionForm.ByNumber("BilesikKutukSorgulaKimlikNoSorguKriteri"),
        version.ArePersonPartsCommon,
        isCompact)
{
    /// <inheritdoc />
    protected override bool SaysEnough(Criterion criterion) => criterion.Value<long>("KimlikNo") is not null;

    /// <inheritdoc />
    protected override void WriteResult(AnswerWriter writer, Criterion criterion)
    {
        var kimlikNo = criterion.Value<long>("KimlikNo") ?? 0;
        var person = population.Find(kimlikNo) is { } found && criterion.Agrees(found.DogumTarih) ? found : null;
        writer.Inside("BilesikKutukBilgileri", () =>
        {
            writer.DoluBilesenler(Filled(person));
            writer.Hata(null);
            writer.Number("KimlikNo", kimlikNo);
            WriteContainer("MaviKartliKisiKutukleri", PersonKind.BlueCard, BlueCardContainer.Write);
            WriteContainer("TCVatandasiKisiKutukleri", PersonKind.Citizen, CitizenContainer.Write);
            WriteContainer("YabanciKisiKutukleri", PersonKind.Foreigner, ForeignerContainer.Write);
        });

        void WriteContainer(string name, PersonKind kind, Action<AnswerWriter, BilesikVersion, long, Person?> write)
        {
            var member = person?.Kind == kind ? person : null;
            writer.Component(name, member is not null, () => write(writer, version, kimlikNo, member));
        }
    }

    private List<string> Filled(Person? person)
    {
        var components = new List<string>();
        void Add(bool isFilled, string name)
        {
            if (isFilled)
                components.Add(name);
        }

        Add(person?.Kind == PersonKind.Citizen, "TCKisiBilgisi");
        Add(person is { Kind: PersonKind.Citizen, GeciciKimlik: not null }, "TCKKGeciciKimlikBilgisi");
        Add(person?.KimlikKarti is not null, "TCKKBilgisi");
        Add(person?.NufusCuzdani is not null, "NufusCuzdaniBilgisi");
        Add(person?.Kind == PersonKind.BlueCard, "MaviKartliKisiBilgisi");
        Add(person?.MaviKart is not null, "MaviKartBilgisi");
        Add(person?.Kind == PersonKind.Foreigner, "YabanciKisiBilgisi");
        Add(version.HasNewBlueCard && person is { Kind: PersonKind.BlueCard, GeciciKimlik: not null }, "YeniMaviKartGeciciKimlikBilgisi");
        Add(version.HasNewBlueCard && person?.YeniMaviKart is not null, "YeniMaviKartBilgisi");
        return components;
    }
}
