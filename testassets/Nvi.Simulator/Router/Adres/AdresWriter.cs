using Nvi.Simulator.Population.Addresses;
using PersonAdres = Nvi.Simulator.Population.Addresses.Adres;

namespace Nvi.Simulator.Router.Adres;

/// <summary>
/// KimlikNoileKisiAdresBilgisi in the order of the schema. All four sub-addresses are there; the one of the address's kind is filled, the others
/// are expanded with error 2.
/// </summary>
internal static class AdresWriter
{
    /// <summary>Writes the members of an address, or expanded and empty with error 2.</summary>
    public static void Write(AnswerWriter writer, PersonAdres? address)
    {
        writer.Text("AcikAdres", address?.AcikAdres);
        writer.Number("AdresNo", address?.AdresNo);
        writer.Kod("AdresTip", Codes.AdresTip(address?.Tip));
        WriteHome(writer, "BeldeAdresi", AdresTip.Belde, address, hasSettlement: true);
        writer.Tarih("BeyanTarihi", address?.BeyanTarihi);
        writer.Number("BeyandaBulunanKimlikNo", address?.BeyandaBulunanKimlikNo.Value);
        writer.Hata(address is null ? AnswerWriter.NotFound : null);
        WriteHome(writer, "IlIlceMerkezAdresi", AdresTip.IlIlceMerkezi, address, hasSettlement: false);
        WriteHome(writer, "KoyAdresi", AdresTip.Koy, address, hasSettlement: true);
        writer.Kod("TasinmaNeden", address?.TasinmaNeden);
        writer.Text("TasinmaNedenAciklama", address?.TasinmaNedenAciklama);
        writer.Tarih("TasinmaTarihi", address?.TasinmaTarihi);
        writer.Tarih("TescilTarihi", address?.TescilTarihi);
        writer.CommonComponent("YurtDisiAdresi", address?.YurtDisi is not null, () => WriteAbroad(writer, address?.YurtDisi));
    }

    private static void WriteHome(AnswerWriter writer, string name, AdresTip kind, PersonAdres? address, bool hasSettlement)
    {
        var home = address?.Tip == kind ? address.YurtIci : null;
        writer.Component(name, home is not null, () => WriteHome(writer, home, hasSettlement));
    }

    private static void WriteHome(AnswerWriter writer, YurtIciAdres? home, bool hasSettlement)
    {
        writer.Kod("BagimsizBolumDurum", home?.BagimsizBolumDurum);
        writer.Kod("BagimsizBolumTipi", home?.BagimsizBolumTipi);
        writer.Text("BinaAda", home?.BinaAda);
        writer.Text("BinaBlokAdi", home?.BinaBlokAdi);
        writer.Kod("BinaDurum", home?.BinaDurum);
        writer.Number("BinaKodu", home?.BinaKodu);
        writer.Number("BinaNo", home?.BinaNo);
        writer.Kod("BinaNumaratajTipi", home?.BinaNumaratajTipi);
        writer.Text("BinaPafta", home?.BinaPafta);
        writer.Text("BinaParsel", home?.BinaParsel);
        writer.Text("BinaSiteAdi", home?.BinaSiteAdi);
        writer.Kod("BinaYapiTipi", home?.BinaYapiTipi);
        writer.Text("Csbm", home?.Csbm.Ad);
        writer.Number("CsbmKodu", home?.Csbm.Kod);
        writer.Text("DisKapiNo", home?.DisKapiNo);
        writer.Hata(home is null ? AnswerWriter.NotFound : null);
        writer.Text("IcKapiNo", home?.IcKapiNo);
        writer.Text("Il", home?.Il.Aciklama);
        writer.Number("IlKodu", home?.Il.Kod);
        writer.Text("Ilce", home?.Ilce.Aciklama);
        writer.Number("IlceKodu", home?.Ilce.Kod);
        writer.Text("KatNo", home?.KatNo);
        if (hasSettlement)
        {
            writer.Text("Koy", home?.Mahalle.YerlesimYeri?.Ad);
            writer.Number("KoyKayitNo", home?.Mahalle.YerlesimYeri?.KayitNo);
            writer.Number("KoyKodu", home?.Mahalle.YerlesimYeri?.Kod);
        }

        writer.Text("Mahalle", home?.Mahalle.Ad);
        writer.Number("MahalleKodu", home?.Mahalle.Kod);
        writer.Text("TapuBagimsizBolumNo", home?.TapuBagimsizBolumNo);
        writer.Kod("YapiKullanimAmac", home?.YapiKullanimAmac);
        writer.Number("YolAltiKatSayisi", home?.YolAltiKatSayisi);
        writer.Number("YolUstuKatSayisi", home?.YolUstuKatSayisi);
    }

    private static void WriteAbroad(AnswerWriter writer, YurtDisiAdres? abroad)
    {
        writer.Day("DisTemsDuzeltmeBeyanTarih", abroad?.DisTemsDuzeltmeBeyanTarih);
        writer.Day("DisTemsDuzeltmeKararTarih", abroad?.DisTemsDuzeltmeKararTarih);
        writer.Kod("DisTemsDuzeltmeNeden", abroad?.DisTemsDuzeltmeNeden);
        writer.Kod("DisTemsilcilik", abroad?.DisTemsilcilik);
        writer.Hata(abroad is null ? AnswerWriter.NotFound : null);
        writer.Text("YabanciAdres", abroad?.YabanciAdres);
        writer.Text("YabanciSehir", abroad?.YabanciSehir);
        writer.Kod("YabanciUlke", abroad?.YabanciUlke);
    }
}
