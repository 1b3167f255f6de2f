using Nvi.Simulator.Population;
using Nvi.Simulator.Population.Events;

namespace Nvi.Simulator.Router.Nko;

/// <summary>
/// NkoSorgulaTCKimlikNoServis 2021/04/01 (wire contracts b.9). Who is no citizen is error 2 of the result. Olaylar is nil unless Vukuatli, and then holds
/// the events of everybody listed. A missing NKOTipi means the person alone.
/// </summary>
/// <param name="population">Whom the register knows.</param>
/// <param name="isCompact">See <see cref="AnswerWriter"/>.</param>
internal sealed class NkoService(NviPopulation population, bool isCompact = false)
    : ResultPerCriterionService(
        "NkoSorgulaTCKimlikNoServis",
        "2021/04/01",
        new CriterionForm(
            "NkoTCKimlikNoSorguKriteri",
            ("DogumAy", CriterionKind.Int),
            ("DogumGun", CriterionKind.Int),
            ("DogumYil", CriterionKind.Int),
            ("EskiEsListele", CriterionKind.Truth),
            ("NKOTipi", CriterionKind.NkoTur),
            ("TCKimlikNo", CriterionKind.Long),
            ("Vukuatli", CriterionKind.Truth)),
        isCompact: isCompact)
{
    private readonly FamilyRecord _record = new(population);

    /// <inheritdoc />
    protected override bool SaysEnough(Criterion criterion) => criterion.Value<long>("TCKimlikNo") is not null;

    /// <inheritdoc />
    protected override void WriteResult(AnswerWriter writer, Criterion criterion)
    {
        var kind = criterion.Value<NkoKind>("NKOTipi") ?? NkoKind.KisiKayitOrnek;
        var person = population.Find(criterion.Value<long>("TCKimlikNo") ?? 0) is { Kind: PersonKind.Citizen } found && criterion.Agrees(found.DogumTarih) ? found : null;
        var people = person is null ? [] : _record.People(person, kind, criterion.Value<bool>("EskiEsListele") ?? false);
        writer.Inside("Nko", () =>
        {
            writer.Hata(person is null ? AnswerWriter.NotFound : null);
            writer.Inside("Kisiler", person is null ? writer.WriteNil : () =>
            {
                foreach (var (each, relation) in people)
                    writer.Inside("NkoKisi", () => WritePerson(writer, each, relation));
            });
            writer.Kod("NkoTuru", NkoKinds.Code(kind));
            writer.Inside("Olaylar", person is null || criterion.Value<bool>("Vukuatli") != true ? writer.WriteNil : () =>
            {
                foreach (var (each, _) in people)
                {
                    foreach (var happened in population.EventsOf(each))
                        writer.Inside("NkoOlay", () => WriteEvent(writer, each, happened));
                }
            });
        });
    }

    private static void WritePerson(AnswerWriter writer, Person person, Yakinlik relation)
    {
        PersonParts.Durum(writer, person);
        writer.Hata(null);
        PersonParts.KayitYeri(writer, person);
        writer.Inside("KisiOlayTarihBilgisi", () =>
        {
            writer.Tarih("BosanmaTarih", person.Evlilikler.LastOrDefault(each => each.BosanmaTarih is not null)?.BosanmaTarih);
            writer.Tarih("EvlenmeTarih", person.Evlilikler.LastOrDefault()?.EvlenmeTarih);
            writer.Tarih("TescilTarih", person.TescilTarih);
        });
        writer.Number("TCKimlikNo", person.KimlikNo.Value);
        PersonParts.Temel(writer, person, withBirthDate: true);
        writer.Kod("YakinlikKod", Codes.Yakinlik(relation));
    }

    private static void WriteEvent(AnswerWriter writer, Person person, NufusOlayi happened)
    {
        writer.Text("Ad", person.Ad);
        writer.Text("Dusunce", happened.Dusunce);
        writer.Hata(null);
        writer.Inside("KayitYeri", () =>
        {
            writer.Number("AileSiraNo", person.KayitYeri?.AileSiraNo);
            writer.Number("BireySiraNo", person.KayitYeri?.BireySiraNo);
            writer.Number("CiltKod", person.KayitYeri?.Cilt.Kod);
            writer.Number("IlceKod", person.KayitYeri?.Ilce.Kod);
        });
        writer.Text("OlayAciklama", happened.Aciklama);
        writer.Number("OlayKayitNo", happened.KayitNo);
        writer.Tarih("OlayTarih", happened.Tarih);
        writer.Kod("OlayTipi", Codes.OlayTipi(happened.Tip));
        writer.Text("Soyad", person.Soyad);
    }
}
