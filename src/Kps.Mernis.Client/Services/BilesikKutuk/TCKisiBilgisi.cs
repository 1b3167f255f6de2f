using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>The person of a citizen's record.</summary>
public sealed class TCKisiBilgisi : IAnswerPart
{
    public long? AnneTCKimlikNo { get; set; }
    public bool? AnneUstSoyBulunamadi { get; set; }
    public long? BabaTCKimlikNo { get; set; }
    public bool? BabaUstSoyBulunamadi { get; set; }
    public int? DogumYerKod { get; set; }
    public TCKisiDurumBilgisi? DurumBilgisi { get; set; }
    public long? EsTCKimlikNo { get; set; }
    public Parametre? HataBilgisi { get; set; }
    public TCKisiKayitYeriBilgisi? KayitYeriBilgisi { get; set; }

    /// <summary>The foreigner number the person had before becoming a citizen.</summary>
    public long? OncekiYabanciKimlikNo { get; set; }

    public long? TCKimlikNo { get; set; }
    public TCKisiTemelBilgisi? TemelBilgisi { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(AnneTCKimlikNo): AnneTCKimlikNo = reader.Int64(AnneTCKimlikNo); break;
            case nameof(AnneUstSoyBulunamadi): AnneUstSoyBulunamadi = reader.Boolean(AnneUstSoyBulunamadi); break;
            case nameof(BabaTCKimlikNo): BabaTCKimlikNo = reader.Int64(BabaTCKimlikNo); break;
            case nameof(BabaUstSoyBulunamadi): BabaUstSoyBulunamadi = reader.Boolean(BabaUstSoyBulunamadi); break;
            case nameof(DogumYerKod): DogumYerKod = reader.Int32(DogumYerKod); break;
            case nameof(DurumBilgisi): DurumBilgisi = reader.Part(DurumBilgisi); break;
            case nameof(EsTCKimlikNo): EsTCKimlikNo = reader.Int64(EsTCKimlikNo); break;
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(KayitYeriBilgisi): KayitYeriBilgisi = reader.Part(KayitYeriBilgisi); break;
            case nameof(OncekiYabanciKimlikNo): OncekiYabanciKimlikNo = reader.Int64(OncekiYabanciKimlikNo); break;
            case nameof(TCKimlikNo): TCKimlikNo = reader.Int64(TCKimlikNo); break;
            case nameof(TemelBilgisi): TemelBilgisi = reader.Part(TemelBilgisi); break;
            default: reader.Skip(); break;
        }
    }
}
