using System.Globalization;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Kart;
using Kps.Contracts.Kisi;
using Kps.Contracts.Ortak;

namespace Kps.Cli.Query;

/// <summary>A person as lines of label and value; what the register does not know is left out.</summary>
internal static class PersonText
{
    private const int LabelWidth = 20;

    /// <summary>Writes whichever registers have the number, or why none has.</summary>
    public static async Task WriteAsync(TextWriter writer, BilesikKisiBilgisi person)
    {
        foreach (var (label, value) in Lines(person))
        {
            if (value is { Length: > 0 })
            {
                await writer.WriteLineAsync($"{label.PadRight(LabelWidth)} {value}");
            }
        }
    }

    /// <summary>A date of which month and day may be unknown.</summary>
    public static string? Text(TarihBilgisi? date) => date switch
    {
        { Yil: { } year, Ay: { } month, Gun: { } day } => string.Create(CultureInfo.InvariantCulture, $"{day:D2}.{month:D2}.{year:D4}"),
        { Yil: { } year, Ay: { } month } => string.Create(CultureInfo.InvariantCulture, $"{month:D2}.{year:D4} (günü bilinmiyor)"),
        { Yil: { } year } => string.Create(CultureInfo.InvariantCulture, $"{year:D4} (ayı ve günü bilinmiyor)"),
        _ => null,
    };

    private static IEnumerable<(string Label, string? Value)> Lines(BilesikKisiBilgisi person) =>
    [
        ("Kimlik no", Text(person.KimlikNo)),
        ("Sonuç", Error(person.HataBilgisi)),
        .. Lines(person.TCVatandasiKisiKutukleri),
        .. Lines(person.MaviKartliKisiKutukleri),
        .. Lines(person.YabanciKisiKutukleri),
    ];

    private static IEnumerable<(string Label, string? Value)> Lines(TCVatandasiKisiKutukleri? register) => register is null ? [] :
    [
        ("Kütük", "T.C. vatandaşı"),
        ("Uyarı", Error(register.HataBilgisi)),
        .. Lines(register.KisiBilgisi?.TemelBilgisi),
        .. Lines(register.KisiBilgisi?.DurumBilgisi),
        ("Anne kimlik no", Text(register.KisiBilgisi?.AnneTCKimlikNo)),
        ("Baba kimlik no", Text(register.KisiBilgisi?.BabaTCKimlikNo)),
        ("Eş kimlik no", Text(register.KisiBilgisi?.EsTCKimlikNo)),
        .. Lines(register.KisiBilgisi?.KayitYeriBilgisi),
        .. Lines(register.TCKKBilgisi),
        ("Nüfus cüzdanı", Joined(" ", register.NufusCuzdaniBilgisi?.Seri, Text(register.NufusCuzdaniBilgisi?.No))),
        ("Geçici kimlik", register.GeciciKimlikBilgisi?.BelgeNo),
    ];

    private static IEnumerable<(string Label, string? Value)> Lines(MaviKartliKisiKutukleri? register) => register is null ? [] :
    [
        ("Kütük", "Mavi kartlı"),
        ("Uyarı", Error(register.HataBilgisi)),
        .. Lines(register.KisiBilgisi?.TemelBilgisi),
        .. Lines(register.KisiBilgisi?.DurumBilgisi),
        ("Uyruğu", register.KisiBilgisi?.Ulke?.Aciklama),
        ("Anne kimlik no", Text(register.KisiBilgisi?.AnneTCKimlikNo)),
        ("Baba kimlik no", Text(register.KisiBilgisi?.BabaTCKimlikNo)),
        ("Eş kimlik no", Text(register.KisiBilgisi?.EsTCKimlikNo)),
        ("Mavi kart", Joined(" ", register.MaviKartBilgisi?.Seri, Text(register.MaviKartBilgisi?.No))),
    ];

    private static IEnumerable<(string Label, string? Value)> Lines(YabanciKisiKutukleri? register) => register is null ? [] :
    [
        ("Kütük", "Yabancı"),
        ("Uyarı", Error(register.HataBilgisi)),
        .. Lines(register.KisiBilgisi?.TemelBilgisi),
        ("Durum", register.KisiBilgisi?.DurumBilgisi?.Durum?.Aciklama),
        ("Medeni hal", register.KisiBilgisi?.DurumBilgisi?.MedeniHal?.Aciklama),
        ("Ölüm tarihi", Text(register.KisiBilgisi?.DurumBilgisi?.OlumTarih ?? register.KisiBilgisi?.OlumTarih)),
        ("Uyruğu", register.KisiBilgisi?.Uyruk?.Aciklama),
        ("İzin no", register.KisiBilgisi?.IzinNo),
        ("İzin bitişi", register.KisiBilgisi?.IzinBitisTarih?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)),
    ];

    private static IEnumerable<(string Label, string? Value)> Lines(TemelBilgisi? basics) =>
    [
        ("Ad", basics?.Ad),
        ("Soyad", basics?.Soyad),
        ("Cinsiyet", basics?.Cinsiyet?.Aciklama),
        ("Doğum tarihi", Text(basics?.DogumTarih)),
        ("Doğum yeri", basics?.DogumYer),
        ("Anne adı", basics?.AnneAd),
        ("Baba adı", basics?.BabaAd),
    ];

    private static IEnumerable<(string Label, string? Value)> Lines(DurumBilgisi? state) =>
    [
        ("Durum", state?.Durum?.Aciklama),
        ("Medeni hal", state?.MedeniHal?.Aciklama),
        ("Ölüm tarihi", Text(state?.OlumTarih)),
    ];

    private static IEnumerable<(string Label, string? Value)> Lines(KayitYeriBilgisi? place) =>
    [
        ("Kayıt yeri", Joined(" / ", place?.Il?.Aciklama, place?.Ilce?.Aciklama, place?.Cilt?.Aciklama)),
        ("Aile / birey sıra", Joined(" / ", Text(place?.AileSiraNo), Text(place?.BireySiraNo))),
    ];

    private static IEnumerable<(string Label, string? Value)> Lines(TCKK? card) =>
    [
        ("Kimlik kartı", card?.SeriNo),
        ("Kartın son günü", Text(card?.SonGecerlilikTarih)),
    ];

    private static string? Error(Parametre? error) => error is null ? null : $"{error.Aciklama} (kod {Text(error.Kod)})";

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Joined(string between, params string?[] parts) => string.Join(between, parts.Where(part => !string.IsNullOrEmpty(part)));
}
