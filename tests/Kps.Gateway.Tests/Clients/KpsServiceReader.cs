using System.Globalization;
using System.Xml;

namespace Kps.Gateway.Tests.Clients;

/// <summary>
/// Reads the answer of BilesikKisiSorgula as the strictest of the C# clients does: by qualified names, blue card before citizen before foreigner,
/// without a look whether a thing is there. It breaks where that client broke when it was run.
/// </summary>
internal static class KpsServiceReader
{
    /// <summary>The person; null when all three registers are empty, which the client's user sees as "no such person".</summary>
    /// <exception cref="NullReferenceException">An element the client reads is missing.</exception>
    /// <exception cref="FormatException">A number the client reads is nil.</exception>
    public static SeenPerson? Read(string reply)
    {
        var document = new XmlDocument { PreserveWhitespace = false };
        document.LoadXml(reply);
        var sonuc = document["s:Envelope"]!["s:Body"]!["BilesikKisiSorgulaResponse"]!["BilesikKisiSorgulaResult"]!["Sonuc"]!;
        if (sonuc["MaviKartliKisiKutukleri"]!.InnerText != string.Empty)
        {
            return ReadCitizen(sonuc["MaviKartliKisiKutukleri"]!);
        }

        if (sonuc["TCVatandasiKisiKutukleri"]!.InnerText != string.Empty)
        {
            return ReadCitizen(sonuc["TCVatandasiKisiKutukleri"]!);
        }

        return sonuc["YabanciKisiKutukleri"]!.InnerText != string.Empty ? ReadForeigner(sonuc["YabanciKisiKutukleri"]!) : null;
    }

    /// <summary>Citizens and blue cards: OlumTarih is always there, empty for the living; month and day may be missing.</summary>
    private static SeenPerson ReadCitizen(XmlElement container)
    {
        var kisi = container["KisiBilgisi"]!;
        var olum = kisi["DurumBilgisi"]!["OlumTarih"]!;
        return Person(kisi["TemelBilgisi"]!, olum["Yil"]!.InnerText == string.Empty ? null : Date(olum));
    }

    /// <summary>Foreigners: OlumTarih is there for the deceased alone, and then whole.</summary>
    private static SeenPerson ReadForeigner(XmlElement container)
    {
        var kisi = container["KisiBilgisi"]!;
        var olum = kisi["DurumBilgisi"]!["OlumTarih"];
        return Person(kisi["TemelBilgisi"]!, olum is null ? null : new DateOnly(Number(olum["Yil"]!), Number(olum["Ay"]!), Number(olum["Gun"]!)));
    }

    private static SeenPerson Person(XmlElement temel, DateOnly? olum) =>
        new(temel["Ad"]!.InnerText, temel["Soyad"]!.InnerText, Number(temel["Cinsiyet"]!["Kod"]!), Date(temel["DogumTarih"]!), olum);

    /// <summary>A missing month or day is the first.</summary>
    private static DateOnly Date(XmlElement tarih) => new(Number(tarih["Yil"]!), NumberOrOne(tarih["Ay"]!), NumberOrOne(tarih["Gun"]!));

    private static int NumberOrOne(XmlElement element) => element.InnerText == string.Empty ? 1 : Number(element);

    private static int Number(XmlElement element) => int.Parse(element.InnerText, NumberStyles.Integer, CultureInfo.InvariantCulture);
}
