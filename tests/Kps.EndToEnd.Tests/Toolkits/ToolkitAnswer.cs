using System.Globalization;
using System.Text.Json.Nodes;
using Kps.EndToEnd.Tests.Harness;
using Nvi.Simulator.Population;

namespace Kps.EndToEnd.Tests.Toolkits;

/// <summary>One answer as a toolkit's objects show it, and as it came over the wire.</summary>
/// <param name="Result">The operation's Result; what is nil on the wire is null here.</param>
/// <param name="Reply">The envelope.</param>
internal sealed record ToolkitAnswer(JsonNode Result, SoapReply Reply)
{
    private static readonly string[] Containers = ["TCVatandasiKisiKutukleri", "MaviKartliKisiKutukleri", "YabanciKisiKutukleri"];

    /// <summary>Compares with what stood on the wire, to the last member.</summary>
    public void CheckReading() => ToolkitReading.Check(Reply.Result, Result);

    /// <summary>Compares a BilesikKisiSorgula with the register's record; null = nobody has the number.</summary>
    public void CheckAgainst(Person? person)
    {
        var sonuc = Result["Sonuc"]!;
        var filled = Containers.Where(name => ToolkitReading.SaysSomething(sonuc[name])).ToList();
        if (person is null)
        {
            Assert.That(filled, Is.Empty);
            Assert.That(Number(sonuc["HataBilgisi"]?["Kod"]), Is.EqualTo(2));
            return;
        }

        string container = person.Kind switch
        {
            PersonKind.Citizen => Containers[0],
            PersonKind.BlueCard => Containers[1],
            _ => Containers[2],
        };
        Assert.That(filled, Is.EqualTo(new[] { container }));
        Assert.That(Number(sonuc["KimlikNo"]), Is.EqualTo(person.KimlikNo.Value));
        var kisi = sonuc[container]!["KisiBilgisi"]!;
        Assert.That(Number(kisi["TCKimlikNo"] ?? kisi["KimlikNo"]), Is.EqualTo(person.KimlikNo.Value));
        var temel = kisi["TemelBilgisi"]!;
        Assert.That((string?)temel["Ad"], Is.EqualTo(person.Ad));
        Assert.That((string?)temel["Soyad"], Is.EqualTo(person.Soyad));
        Assert.That((string?)temel["AnneAd"], Is.EqualTo(person.AnneAd));
        Assert.That((string?)temel["BabaAd"], Is.EqualTo(person.BabaAd));
        Assert.That(Number(temel["Cinsiyet"]!["Kod"]), Is.EqualTo((int)person.Cinsiyet));
        CheckDate(temel["DogumTarih"], person.DogumTarih);
        CheckDate(kisi["DurumBilgisi"]?["OlumTarih"], person.OlumTarih);
    }

    // Node's soap 1.6, the last to run on Debian's Node 18, hands numbers out as text where it speaks SOAP 1.2.
    private static long? Number(JsonNode? shown) => shown is null ? null : long.Parse(shown.ToString(), CultureInfo.InvariantCulture);

    private static void CheckDate(JsonNode? shown, NviTarih? expected)
    {
        Assert.That(Number(shown?["Yil"]), Is.EqualTo(expected?.Yil));
        Assert.That(Number(shown?["Ay"]), Is.EqualTo(expected?.Ay));
        Assert.That(Number(shown?["Gun"]), Is.EqualTo(expected?.Gun));
    }
}
