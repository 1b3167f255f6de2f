using Nvi.Simulator.Population;

namespace Nvi.Simulator.Router.Bilesik;

/// <summary>TCVatandasiKisiKutukleri: six members, members of each in the order of the schemas.</summary>
internal static class CitizenContainer
{
    /// <summary>Writes the members of the container for a citizen, or expanded and empty for anybody else.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="version">Which version.</param>
    /// <param name="kimlikNo">The number asked for, echoed everywhere.</param>
    /// <param name="person">The citizen, null when the number is no citizen's.</param>
    public static void Write(AnswerWriter writer, BilesikVersion version, long kimlikNo, Person? person)
    {
        writer.Component("GeciciKimlikBilgisi", person?.GeciciKimlik is not null, () => WriteTemporary(writer, kimlikNo, person, person?.GeciciKimlik));
        writer.Hata(null);
        writer.Component("KisiBilgisi", person is not null, () => CitizenPerson.Write(writer, kimlikNo, person, version.HasGuardian));
        writer.Component("NufusCuzdaniBilgisi", person?.NufusCuzdani is not null, () => WriteBook(writer, kimlikNo, person, person?.NufusCuzdani));
        writer.Component("TCKKBilgisi", person?.KimlikKarti is not null, () => WriteCard(writer, kimlikNo, person, person?.KimlikKarti));
        writer.Component("TCKKFotografBilgisi", false, () =>
        {
            writer.Text("Fotograf", null);
            writer.Hata(AnswerWriter.NotAuthorised);
            writer.Number("TCKimlikNo", kimlikNo);
        });
    }

    private static void WriteTemporary(AnswerWriter writer, long kimlikNo, Person? person, GeciciKimlik? document)
    {
        var holder = document is null ? null : person;
        writer.Text("Ad", holder?.Ad);
        writer.Text("AnneAd", holder?.AnneAd);
        writer.Text("BabaAd", holder?.BabaAd);
        writer.Text("BelgeNo", document?.BelgeNo);
        writer.Kod("Cinsiyet", Codes.Cinsiyet(holder));
        writer.Tarih("DogumTarih", holder?.DogumTarih);
        writer.Tarih("DuzenlenmeTarih", document?.DuzenlenmeTarih);
        writer.Kod("DuzenleyenIlce", document?.DuzenleyenIlce);
        writer.Text("Fotograf", null);
        writer.Hata(document is null ? AnswerWriter.NotFound : null);
        writer.Kod("KanGrubu", holder?.KimlikKarti?.KanGrubu);
        writer.Text("OncekiSoyad", holder?.OncekiSoyad);
        writer.Tarih("SonGecerlilikTarih", document?.SonGecerlilikTarih);
        writer.Text("Soyad", holder?.Soyad);
        writer.Number("TCKimlikNo", kimlikNo);
    }

    private static void WriteBook(AnswerWriter writer, long kimlikNo, Person? person, NufusCuzdani? document)
    {
        var holder = document is null ? null : person;
        writer.Text("Ad", holder?.Ad);
        writer.Text("AnneAd", holder?.AnneAd);
        writer.Text("BabaAd", holder?.BabaAd);
        writer.Number("CuzdanKayitNo", document?.CuzdanKayitNo);
        writer.Kod("CuzdanVerilmeNeden", document?.CuzdanVerilmeNeden);
        writer.Tarih("DogumTarih", holder?.DogumTarih);
        writer.Text("DogumYer", holder?.DogumYer.Aciklama);
        writer.Hata(document is null ? AnswerWriter.NotFound : null);
        writer.Number("No", document?.No);
        writer.Text("Seri", document?.Seri);
        writer.Text("Soyad", holder?.Soyad);
        writer.Number("TCKimlikNo", kimlikNo);
        writer.Kod("VerildigiIlce", document?.VerildigiIlce);
        writer.Tarih("VerilmeTarih", document?.VerilmeTarih);
    }

    private static void WriteCard(AnswerWriter writer, long kimlikNo, Person? person, KimlikKarti? document)
    {
        var holder = document is null ? null : person;
        writer.Text("Ad", holder?.Ad);
        writer.Text("AnneAd", holder?.AnneAd);
        writer.Text("BabaAd", holder?.BabaAd);
        writer.Kod("Cinsiyet", Codes.Cinsiyet(holder));
        writer.Tarih("DogumTarih", holder?.DogumTarih);
        writer.Hata(document is null ? AnswerWriter.NotFound : null);
        writer.Kod("KanGrubu", document?.KanGrubu);
        writer.Text("SeriNo", document?.SeriNo);
        writer.Tarih("SonGecerlilikTarih", document?.SonGecerlilikTarih);
        writer.Text("Soyad", holder?.Soyad);
        writer.Truth("SurucuBelgeYuklendiMi", document is null ? null : document.SurucuBelgeYuklenmeTarih is not null);
        writer.TarihOrNil("SurucuBelgeYuklenmeTarih", document?.SurucuBelgeYuklenmeTarih);
        writer.Number("TCKimlikNo", kimlikNo);
        writer.Text("VerenMakam", document?.VerenMakam);
    }
}
