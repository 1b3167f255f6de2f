using Nvi.Simulator.Population;
using Nvi.Simulator.Population.Addresses;

namespace Nvi.Simulator.Router.Adres;

/// <summary>
/// KimlikNoSorgulaAdresServis 2021/04/01 (wire contracts b.9). Nobody's number is error 2 of the result; somebody without address has error 2 in
/// YerlesimYeriAdresi alone.
/// </summary>
/// <param name="population">Whom the register knows.</param>
/// <param name="isCompact">See <see cref="AnswerWriter"/>.</param>
internal sealed class AdresService(NviPopulation population, bool isCompact = false)
    : ResultPerCriterionService(
        "KimlikNoSorgulaAdresServis", "2021/04/01", CriterionForm.ByNumber("KimlikNoileAdresSorguKriteri"), isCompact: isCompact)
{
    /// <inheritdoc />
    protected override bool SaysEnough(Criterion criterion) => criterion.Value<long>("KimlikNo") is not null;

    /// <inheritdoc />
    protected override void WriteResult(AnswerWriter writer, Criterion criterion)
    {
        var kimlikNo = criterion.Value<long>("KimlikNo") ?? 0;
        var person = population.Find(kimlikNo) is { } found && criterion.Agrees(found.DogumTarih) ? found : null;
        var addresses = person is null ? KisiAdresleri.None : population.AddressesOf(person);
        writer.Inside("KimlikNoileKisiAdresBilgileri", () =>
        {
            writer.Inside("DigerAdresBilgileri", () =>
            {
                foreach (var other in addresses.Digerleri)
                    writer.Inside("KimlikNoileKisiAdresBilgisi", () => AdresWriter.Write(writer, other));
            });
            writer.Hata(person is null ? AnswerWriter.NotFound : null);
            writer.Number("KimlikNo", kimlikNo);
            writer.Component("YerlesimYeriAdresi", addresses.YerlesimYeri is not null, () => AdresWriter.Write(writer, addresses.YerlesimYeri));
        });
    }
}
