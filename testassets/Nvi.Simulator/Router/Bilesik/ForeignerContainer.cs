using Nvi.Simulator.Population;

namespace Nvi.Simulator.Router.Bilesik;

/// <summary>
/// YabanciKisiKutukleri in the order of the schemas. Birth and death stand on KisiBilgisi itself: a foreigner's TemelBilgisi has no
/// DogumTarih and the DurumBilgisi no OlumTarih.
/// </summary>
internal static class ForeignerContainer
{
    /// <summary>Writes the members of the container for a foreigner, or expanded and empty for anybody else.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="version">Which version.</param>
    /// <param name="kimlikNo">The number asked for, echoed.</param>
    /// <param name="person">The foreigner, null when the number is no foreigner's.</param>
    public static void Write(AnswerWriter writer, BilesikVersion version, long kimlikNo, Person? person)
    {
        writer.Hata(null);
        writer.Component("KisiBilgisi", person is not null, () => WritePerson(writer, version, kimlikNo, person));
    }

    private static void WritePerson(AnswerWriter writer, BilesikVersion version, long kimlikNo, Person? person)
    {
        var permit = person?.Izin;
        writer.Number("AnneKimlikNo", person?.AnneKimlikNo?.Value);
        writer.Number("BabaKimlikNo", person?.BabaKimlikNo?.Value);
        writer.Kod("BitisTarihiBelirsizOlmaNeden", permit?.BitisTarihiBelirsizOlmaNeden);
        writer.Tarih("DogumTarih", person?.DogumTarih);
        writer.Number("DogumYerKod", person?.DogumYer.Kod);
        writer.InsidePersonPart("DurumBilgisi", () =>
        {
            writer.Kod("Durum", Codes.Durum(person));
            writer.Kod("MedeniHal", Codes.MedeniHal(person));
        });
        writer.Number("EsKimlikNo", person?.EsKimlikNo?.Value);
        writer.Number("GercekKisiKimlikNo", person?.GercekKisiKimlikNo?.Value);
        writer.Hata(person is null ? AnswerWriter.NotFound : null);
        writer.Day("IzinBaslangicTarih", permit?.IzinBaslangicTarih);
        writer.Day("IzinBitisTarih", permit?.IzinBitisTarih);
        writer.Kod("IzinDuzenlenenIl", permit?.IzinDuzenlenenIl);
        writer.Text("IzinNo", permit?.IzinNo);
        writer.Kod("KaynakBirim", permit?.KaynakBirim);
        writer.Number("KazanilanTCKimlikNo", person?.KazanilanTCKimlikNo?.Value);
        writer.Number("KimlikNo", kimlikNo);
        writer.Tarih("OlumTarih", person?.OlumTarih);
        writer.Kod("Statu", permit?.Statu);
        PersonParts.Temel(writer, person, withBirthDate: false);
        writer.Kod("Uyruk", person?.Uyruk);
        if (version.HasGuardian)
            PersonParts.VeliVasi(writer, person);
    }
}
