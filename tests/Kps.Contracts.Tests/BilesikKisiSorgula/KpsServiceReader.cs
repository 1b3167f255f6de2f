using System.Globalization;
using System.Xml;

namespace Kps.Contracts.Tests.BilesikKisiSorgula;

/// <summary>
/// Reads an answer with the habits of the strictest known client of BilesikKisiSorgula, rebuilt from what it was seen to accept and to
/// break on: elements taken by qualified name without asking whether they are there, nil told by empty inner text, containers tried in
/// the order blue card, citizen, foreigner. Throws where that client throws and returns null where it takes the person for unknown.
/// </summary>
internal static class KpsServiceReader
{
    public sealed record Person(string Ad, string Soyad, int Cinsiyet, DateOnly DogumTarihi, DateOnly? OlumTarihi);

    public static Person? Read(string xml)
    {
        var document = new XmlDocument();
        document.LoadXml(xml);
        var sonuc = document.DocumentElement!["BilesikKisiSorgulaResult"]!["Sonuc"]!;
        foreach (var container in new[] { "MaviKartliKisiKutukleri", "TCVatandasiKisiKutukleri", "YabanciKisiKutukleri" })
        {
            var kutuk = sonuc[container]!;
            if (kutuk.InnerText.Length > 0)
                return ReadPerson(kutuk["KisiBilgisi"]!, isForeigner: container == "YabanciKisiKutukleri");
        }

        return null;
    }

    private static Person ReadPerson(XmlElement kisi, bool isForeigner)
    {
        var temel = kisi["TemelBilgisi"]!;
        return new Person(
            temel["Ad"]!.InnerText,
            temel["Soyad"]!.InnerText,
            Number(temel["Cinsiyet"]!["Kod"]!),
            Date(temel["DogumTarih"]!),
            isForeigner ? DeathOfForeigner(kisi["DurumBilgisi"]!) : DeathOfCitizen(kisi["DurumBilgisi"]!));
    }

    private static DateOnly? DeathOfCitizen(XmlElement durum)
    {
        var olum = durum["OlumTarih"]!;
        return olum["Yil"]!.InnerText.Length == 0 ? null : Date(olum);
    }

    private static DateOnly? DeathOfForeigner(XmlElement durum) =>
        durum["OlumTarih"] is { } olum
            ? new DateOnly(Number(olum["Yil"]!), Number(olum["Ay"]!), Number(olum["Gun"]!))
            : null;

    private static DateOnly Date(XmlElement tarih) =>
        new(Number(tarih["Yil"]!), NumberOr1(tarih["Ay"]!), NumberOr1(tarih["Gun"]!));

    private static int NumberOr1(XmlElement element) => element.InnerText.Length == 0 ? 1 : Number(element);

    private static int Number(XmlElement element) => int.Parse(element.InnerText, CultureInfo.InvariantCulture);
}
