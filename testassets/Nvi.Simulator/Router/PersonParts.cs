using Nvi.Simulator.Population;

namespace Nvi.Simulator.Router;

/// <summary>The parts that the KisiBilgisi types of all services have in common.</summary>
internal static class PersonParts
{
    /// <summary>Writes TemelBilgisi, with nil leaves for nobody; the foreigner's has no DogumTarih.</summary>
    public static void Temel(AnswerWriter writer, Person? person, bool withBirthDate) =>
        writer.InsidePersonPart("TemelBilgisi", () =>
        {
            writer.Text("Ad", person?.Ad);
            writer.Text("AnneAd", person?.AnneAd);
            writer.Text("BabaAd", person?.BabaAd);
            writer.Kod("Cinsiyet", Codes.Cinsiyet(person));
            if (withBirthDate)
                writer.Tarih("DogumTarih", person?.DogumTarih);
            writer.Text("DogumYer", person?.DogumYer.Aciklama);
            writer.Text("Soyad", person?.Soyad);
        });

    /// <summary>Writes a citizen's DurumBilgisi; Din is never given out.</summary>
    public static void Durum(AnswerWriter writer, Person? person) =>
        writer.InsidePersonPart("DurumBilgisi", () =>
        {
            writer.Kod("Din", null);
            writer.Kod("Durum", Codes.Durum(person));
            writer.Kod("MedeniHal", Codes.MedeniHal(person));
            writer.Tarih("OlumTarih", person?.OlumTarih);
        });

    /// <summary>Writes a citizen's KayitYeriBilgisi.</summary>
    public static void KayitYeri(AnswerWriter writer, Person? person) =>
        writer.InsidePersonPart("KayitYeriBilgisi", () =>
        {
            writer.Number("AileSiraNo", person?.KayitYeri?.AileSiraNo);
            writer.Number("BireySiraNo", person?.KayitYeri?.BireySiraNo);
            writer.Kod("Cilt", person?.KayitYeri?.Cilt);
            writer.Kod("Il", person?.KayitYeri?.Il);
            writer.Kod("Ilce", person?.KayitYeri?.Ilce);
        });

    /// <summary>Writes VeliVasiTur and VeliVasiVar, since 2024/04/01 the last members of every KisiBilgisi.</summary>
    public static void VeliVasi(AnswerWriter writer, Person? person)
    {
        writer.Kod("VeliVasiTur", person?.VeliVasi);
        writer.Truth("VeliVasiVar", person is null ? null : person.VeliVasi is not null);
    }
}
