using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>The person of a blue card record. <see cref="KazanilanTCKimlikNo"/> and <see cref="GercekKisiKimlikNo"/> link the person's other numbers.</summary>
public sealed class MaviKartKisiBilgisi : IAnswerPart
{
    public long? AnneTCKimlikNo { get; set; }
    public long? BabaTCKimlikNo { get; set; }
    public int? DogumYerKod { get; set; }
    public MaviKartKisiDurumBilgisi? DurumBilgisi { get; set; }
    public long? EsTCKimlikNo { get; set; }
    public long? GercekKisiKimlikNo { get; set; }
    public Parametre? HataBilgisi { get; set; }
    public long? KazanilanTCKimlikNo { get; set; }
    public long? KimlikNo { get; set; }
    public MaviKartKisiTemelBilgisi? TemelBilgisi { get; set; }
    public Parametre? Ulke { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(AnneTCKimlikNo): AnneTCKimlikNo = reader.Int64(AnneTCKimlikNo); break;
            case nameof(BabaTCKimlikNo): BabaTCKimlikNo = reader.Int64(BabaTCKimlikNo); break;
            case nameof(DogumYerKod): DogumYerKod = reader.Int32(DogumYerKod); break;
            case nameof(DurumBilgisi): DurumBilgisi = reader.Part(DurumBilgisi); break;
            case nameof(EsTCKimlikNo): EsTCKimlikNo = reader.Int64(EsTCKimlikNo); break;
            case nameof(GercekKisiKimlikNo): GercekKisiKimlikNo = reader.Int64(GercekKisiKimlikNo); break;
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(KazanilanTCKimlikNo): KazanilanTCKimlikNo = reader.Int64(KazanilanTCKimlikNo); break;
            case nameof(KimlikNo): KimlikNo = reader.Int64(KimlikNo); break;
            case nameof(TemelBilgisi): TemelBilgisi = reader.Part(TemelBilgisi); break;
            case nameof(Ulke): Ulke = reader.Part(Ulke); break;
            default: reader.Skip(); break;
        }
    }
}
