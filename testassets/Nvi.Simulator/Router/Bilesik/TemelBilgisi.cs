using Nvi.Simulator.Population;

namespace Nvi.Simulator.Router.Bilesik;

/// <summary>TemelBilgisi of the three KisiBilgisi types; the foreigner's has no DogumTarih.</summary>
internal static class TemelBilgisi
{
    /// <summary>Writes the member, with nil leaves for nobody.</summary>
    public static void Write(AnswerWriter writer, Person? person, bool withBirthDate) =>
        writer.InsideCommon("TemelBilgisi", () =>
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
}
