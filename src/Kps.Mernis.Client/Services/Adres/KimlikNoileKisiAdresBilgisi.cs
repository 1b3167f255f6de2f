using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.Adres;

/// <summary>
/// One address. <see cref="AdresTip"/> says which of the four kinds is filled (1 il/ilçe merkezi, 2 belde, 3 köy, 4 yurt dışı; wire contracts a.7);
/// the others are null or carry a HataBilgisi.
/// </summary>
public sealed class KimlikNoileKisiAdresBilgisi : IAnswerPart
{
    /// <summary>The whole address as one text.</summary>
    public string? AcikAdres { get; set; }

    /// <summary>Number of the address in the register (UAVT).</summary>
    public long? AdresNo { get; set; }

    public Parametre? AdresTip { get; set; }
    public KimlikNoileBeldeAdresi? BeldeAdresi { get; set; }
    public TarihBilgisi? BeyanTarihi { get; set; }

    /// <summary>Who declared the address; often somebody else of the household.</summary>
    public long? BeyandaBulunanKimlikNo { get; set; }

    public Parametre? HataBilgisi { get; set; }
    public KimlikNoileIlIlceMerkezi? IlIlceMerkezAdresi { get; set; }
    public KimlikNoileKoyAdresi? KoyAdresi { get; set; }
    public Parametre? TasinmaNeden { get; set; }
    public string? TasinmaNedenAciklama { get; set; }
    public TarihBilgisi? TasinmaTarihi { get; set; }
    public TarihBilgisi? TescilTarihi { get; set; }
    public KimlikNoileYurtDisiAdresi? YurtDisiAdresi { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(AcikAdres): AcikAdres = reader.Text(AcikAdres); break;
            case nameof(AdresNo): AdresNo = reader.Int64(AdresNo); break;
            case nameof(AdresTip): AdresTip = reader.Part(AdresTip); break;
            case nameof(BeldeAdresi): BeldeAdresi = reader.Part(BeldeAdresi); break;
            case nameof(BeyanTarihi): BeyanTarihi = reader.Part(BeyanTarihi); break;
            case nameof(BeyandaBulunanKimlikNo): BeyandaBulunanKimlikNo = reader.Int64(BeyandaBulunanKimlikNo); break;
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(IlIlceMerkezAdresi): IlIlceMerkezAdresi = reader.Part(IlIlceMerkezAdresi); break;
            case nameof(KoyAdresi): KoyAdresi = reader.Part(KoyAdresi); break;
            case nameof(TasinmaNeden): TasinmaNeden = reader.Part(TasinmaNeden); break;
            case nameof(TasinmaNedenAciklama): TasinmaNedenAciklama = reader.Text(TasinmaNedenAciklama); break;
            case nameof(TasinmaTarihi): TasinmaTarihi = reader.Part(TasinmaTarihi); break;
            case nameof(TescilTarihi): TescilTarihi = reader.Part(TescilTarihi); break;
            case nameof(YurtDisiAdresi): YurtDisiAdresi = reader.Part(YurtDisiAdresi); break;
            default: reader.Skip(); break;
        }
    }
}
