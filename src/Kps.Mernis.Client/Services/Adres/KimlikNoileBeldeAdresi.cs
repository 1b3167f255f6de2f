using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.Adres;

/// <summary>An address in a town municipality (belde).</summary>
public sealed class KimlikNoileBeldeAdresi : IAnswerPart
{
    public Parametre? BagimsizBolumDurum { get; set; }
    public Parametre? BagimsizBolumTipi { get; set; }
    public string? BinaAda { get; set; }
    public string? BinaBlokAdi { get; set; }
    public Parametre? BinaDurum { get; set; }
    public long? BinaKodu { get; set; }
    public int? BinaNo { get; set; }
    public Parametre? BinaNumaratajTipi { get; set; }
    public string? BinaPafta { get; set; }
    public string? BinaParsel { get; set; }
    public string? BinaSiteAdi { get; set; }
    public Parametre? BinaYapiTipi { get; set; }

    /// <summary>Avenue, street, boulevard or square (cadde, sokak, bulvar, meydan).</summary>
    public string? Csbm { get; set; }

    public int? CsbmKodu { get; set; }
    public string? DisKapiNo { get; set; }
    public Parametre? HataBilgisi { get; set; }
    public string? IcKapiNo { get; set; }
    public string? Il { get; set; }
    public int? IlKodu { get; set; }
    public string? Ilce { get; set; }
    public int? IlceKodu { get; set; }
    public string? KatNo { get; set; }
    public string? Koy { get; set; }
    public long? KoyKayitNo { get; set; }
    public long? KoyKodu { get; set; }
    public string? Mahalle { get; set; }
    public int? MahalleKodu { get; set; }
    public string? TapuBagimsizBolumNo { get; set; }
    public Parametre? YapiKullanimAmac { get; set; }
    public int? YolAltiKatSayisi { get; set; }
    public int? YolUstuKatSayisi { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(BagimsizBolumDurum): BagimsizBolumDurum = reader.Part(BagimsizBolumDurum); break;
            case nameof(BagimsizBolumTipi): BagimsizBolumTipi = reader.Part(BagimsizBolumTipi); break;
            case nameof(BinaAda): BinaAda = reader.Text(BinaAda); break;
            case nameof(BinaBlokAdi): BinaBlokAdi = reader.Text(BinaBlokAdi); break;
            case nameof(BinaDurum): BinaDurum = reader.Part(BinaDurum); break;
            case nameof(BinaKodu): BinaKodu = reader.Int64(BinaKodu); break;
            case nameof(BinaNo): BinaNo = reader.Int32(BinaNo); break;
            case nameof(BinaNumaratajTipi): BinaNumaratajTipi = reader.Part(BinaNumaratajTipi); break;
            case nameof(BinaPafta): BinaPafta = reader.Text(BinaPafta); break;
            case nameof(BinaParsel): BinaParsel = reader.Text(BinaParsel); break;
            case nameof(BinaSiteAdi): BinaSiteAdi = reader.Text(BinaSiteAdi); break;
            case nameof(BinaYapiTipi): BinaYapiTipi = reader.Part(BinaYapiTipi); break;
            case nameof(Csbm): Csbm = reader.Text(Csbm); break;
            case nameof(CsbmKodu): CsbmKodu = reader.Int32(CsbmKodu); break;
            case nameof(DisKapiNo): DisKapiNo = reader.Text(DisKapiNo); break;
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(IcKapiNo): IcKapiNo = reader.Text(IcKapiNo); break;
            case nameof(Il): Il = reader.Text(Il); break;
            case nameof(IlKodu): IlKodu = reader.Int32(IlKodu); break;
            case nameof(Ilce): Ilce = reader.Text(Ilce); break;
            case nameof(IlceKodu): IlceKodu = reader.Int32(IlceKodu); break;
            case nameof(KatNo): KatNo = reader.Text(KatNo); break;
            case nameof(Koy): Koy = reader.Text(Koy); break;
            case nameof(KoyKayitNo): KoyKayitNo = reader.Int64(KoyKayitNo); break;
            case nameof(KoyKodu): KoyKodu = reader.Int64(KoyKodu); break;
            case nameof(Mahalle): Mahalle = reader.Text(Mahalle); break;
            case nameof(MahalleKodu): MahalleKodu = reader.Int32(MahalleKodu); break;
            case nameof(TapuBagimsizBolumNo): TapuBagimsizBolumNo = reader.Text(TapuBagimsizBolumNo); break;
            case nameof(YapiKullanimAmac): YapiKullanimAmac = reader.Part(YapiKullanimAmac); break;
            case nameof(YolAltiKatSayisi): YolAltiKatSayisi = reader.Int32(YolAltiKatSayisi); break;
            case nameof(YolUstuKatSayisi): YolUstuKatSayisi = reader.Int32(YolUstuKatSayisi); break;
            default: reader.Skip(); break;
        }
    }
}
