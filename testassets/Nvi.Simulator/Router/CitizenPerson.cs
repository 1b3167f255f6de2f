using Nvi.Simulator.Population;

namespace Nvi.Simulator.Router;

/// <summary>The members of TCKisiBilgisi, which the searches for a citizen answer with as well.</summary>
internal static class CitizenPerson
{
    /// <summary>Writes the members, with nil leaves and error 2 for nobody.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="kimlikNo">The number to echo; null when none was asked for.</param>
    /// <param name="person">The citizen.</param>
    /// <param name="withGuardian">True since 2024/04/01.</param>
    public static void Write(AnswerWriter writer, long? kimlikNo, Person? person, bool withGuardian)
    {
        writer.Number("AnneTCKimlikNo", person?.AnneKimlikNo?.Value);
        writer.Truth("AnneUstSoyBulunamadi", person is null ? null : person.AnneKimlikNo is null);
        writer.Number("BabaTCKimlikNo", person?.BabaKimlikNo?.Value);
        writer.Truth("BabaUstSoyBulunamadi", person is null ? null : person.BabaKimlikNo is null);
        writer.Number("DogumYerKod", person?.DogumYer.Kod);
        PersonParts.Durum(writer, person);
        writer.Number("EsTCKimlikNo", person?.EsKimlikNo?.Value);
        writer.Hata(person is null ? AnswerWriter.NotFound : null);
        PersonParts.KayitYeri(writer, person);
        writer.Number("OncekiYabanciKimlikNo", person?.OncekiYabanciKimlikNo?.Value);
        writer.Number("TCKimlikNo", kimlikNo);
        PersonParts.Temel(writer, person, withBirthDate: true);
        if (withGuardian)
            PersonParts.VeliVasi(writer, person);
    }
}
