using Nvi.Simulator.Population;

namespace Nvi.Simulator.Router.Bilesik;

/// <summary>MaviKartliKisiKutukleri: three members before 2023/02/01, six since, members of each in the order of the schemas.</summary>
internal static class BlueCardContainer
{
    /// <summary>Writes the members of the container for a blue-card holder, or expanded and empty for anybody else.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="version">Which version.</param>
    /// <param name="kimlikNo">The number asked for, echoed everywhere.</param>
    /// <param name="person">The holder, null when the number is no blue card's.</param>
    public static void Write(AnswerWriter writer, BilesikVersion version, long kimlikNo, Person? person)
    {
        writer.Hata(null);
        writer.Component("KisiBilgisi", person is not null, () => WritePerson(writer, version, kimlikNo, person));
        writer.Component("MaviKartBilgisi", person?.MaviKart is not null, () => WriteCard(writer, kimlikNo, person, person?.MaviKart));
        if (!version.HasNewBlueCard)
            return;
        writer.Component("YeniMaviKartBilgisi", person?.YeniMaviKart is not null, () => WriteNewCard(writer, kimlikNo, person, person?.YeniMaviKart));
        writer.Component("YeniMaviKartFotoBilgisi", false, () =>
        {
            writer.Text("Fotograf", null);
            writer.Hata(AnswerWriter.NotAuthorised);
            writer.Number("KimlikNo", kimlikNo);
        });
        writer.Component("YeniMaviKartGeciciKimlikBilgisi", person?.GeciciKimlik is not null, () =>
            WriteTemporary(writer, kimlikNo, person, person?.GeciciKimlik));
    }

    private static void WritePerson(AnswerWriter writer, BilesikVersion version, long kimlikNo, Person? person)
    {
        writer.Number("AnneTCKimlikNo", person?.AnneKimlikNo?.Value);
        writer.Number("BabaTCKimlikNo", person?.BabaKimlikNo?.Value);
        writer.Number("DogumYerKod", person?.DogumYer.Kod);
        writer.InsidePersonPart("DurumBilgisi", () =>
        {
            writer.Kod("Durum", Codes.Durum(person));
            writer.Kod("MedeniHal", Codes.MedeniHal(person));
            writer.Tarih("OlumTarih", person?.OlumTarih);
        });
        writer.Number("EsTCKimlikNo", person?.EsKimlikNo?.Value);
        writer.Number("GercekKisiKimlikNo", person?.GercekKisiKimlikNo?.Value);
        writer.Hata(person is null ? AnswerWriter.NotFound : null);
        writer.Number("KazanilanTCKimlikNo", person?.KazanilanTCKimlikNo?.Value);
        writer.Number("KimlikNo", kimlikNo);
        PersonParts.Temel(writer, person, withBirthDate: true);
        writer.Kod("Ulke", person?.Uyruk);
        if (version.HasGuardian)
            PersonParts.VeliVasi(writer, person);
    }

    private static void WriteCard(AnswerWriter writer, long kimlikNo, Person? person, MaviKart? document)
    {
        var holder = document is null ? null : person;
        writer.Text("Ad", holder?.Ad);
        writer.Text("AnneAd", holder?.AnneAd);
        writer.Text("BabaAd", holder?.BabaAd);
        writer.Number("Birim", document?.Birim);
        writer.Kod("Cinsiyet", Codes.Cinsiyet(holder));
        writer.Tarih("DogumTarih", holder?.DogumTarih);
        writer.Text("DogumYer", holder?.DogumYer.Aciklama);
        writer.Number("DogumYerKod", holder?.DogumYer.Kod);
        writer.Hata(document is null ? AnswerWriter.NotFound : null);
        writer.Number("KartKayitNo", document?.KartKayitNo);
        writer.Number("KimlikNo", kimlikNo);
        writer.Kod("MedeniHal", Codes.MedeniHal(holder));
        writer.Number("No", document?.No);
        writer.Text("OncekiSoyad", holder?.OncekiSoyad);
        writer.Text("Seri", document?.Seri);
        writer.Text("Soyad", holder?.Soyad);
        writer.Kod("Uyruk", holder?.Uyruk);
        writer.Kod("VerilisNeden", document?.VerilisNeden);
        writer.Tarih("VerilmeTarih", document?.VerilmeTarih);
    }

    private static void WriteNewCard(AnswerWriter writer, long kimlikNo, Person? person, YeniMaviKart? document)
    {
        var holder = document is null ? null : person;
        writer.Text("Ad", holder?.Ad);
        writer.Text("AnneAd", holder?.AnneAd);
        writer.Text("BabaAd", holder?.BabaAd);
        writer.Kod("Cinsiyet", Codes.Cinsiyet(holder));
        writer.Tarih("DogumTarih", holder?.DogumTarih);
        writer.Hata(document is null ? AnswerWriter.NotFound : null);
        writer.Number("KimlikNo", kimlikNo);
        writer.Text("SeriNo", document?.SeriNo);
        writer.Tarih("SonGecerlilikTarih", document?.SonGecerlilikTarih);
        writer.Text("Soyad", holder?.Soyad);
        writer.Kod("Uyruk", holder?.Uyruk);
        writer.Text("VerenMakam", document?.VerenMakam);
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
        writer.Number("KimlikNo", kimlikNo);
        writer.Tarih("SonGecerlilikTarih", document?.SonGecerlilikTarih);
        writer.Text("Soyad", holder?.Soyad);
        writer.Kod("Uyruk", holder?.Uyruk);
    }
}
