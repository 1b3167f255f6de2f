using System.Globalization;

namespace Kps.Gateway.Tests.Clients;

/// <summary>Reads the answer of BilesikKisiSorgula as the Node client does, through <see cref="FastXml"/>.</summary>
internal static class NodeReader
{
    /// <summary>Name and surname; empty when nobody was found.</summary>
    /// <exception cref="KeyNotFoundException">Something the client reads is missing: it ends there.</exception>
    public static string Read(string reply)
    {
        var body = FastXml.At(FastXml.Parse(reply), "s:Envelope", "s:Body");
        var sonuc = FastXml.At(body, "BilesikKisiSorgulaResponse", "BilesikKisiSorgulaResult", "Sonuc");
        foreach (var container in new[] { "MaviKartliKisiKutukleri", "TCVatandasiKisiKutukleri", "YabanciKisiKutukleri" })
        {
            if (FastXml.At(sonuc, container) is not string)
            {
                var temel = FastXml.At(sonuc, container, "KisiBilgisi", "TemelBilgisi");
                return string.Create(CultureInfo.InvariantCulture, $"{FastXml.At(temel, "Ad")} {FastXml.At(temel, "Soyad")}");
            }
        }

        return string.Empty;
    }
}
