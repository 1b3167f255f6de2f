using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>Former citizens who hold a blue card.</summary>
public sealed class MaviKartKisiKutukleri : IAnswerPart
{
    public Parametre? HataBilgisi { get; set; }
    public MaviKartKisiBilgisi? KisiBilgisi { get; set; }
    public MaviKartBilgi? MaviKartBilgisi { get; set; }

    [SinceVersion("2023/02/01")]
    public YeniMaviKartBilgi? YeniMaviKartBilgisi { get; set; }

    [SinceVersion("2023/02/01")]
    public YeniMaviFotoBilgi? YeniMaviKartFotoBilgisi { get; set; }

    [SinceVersion("2023/02/01")]
    public YeniMaviKartGeciciKimlikBilgi? YeniMaviKartGeciciKimlikBilgisi { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(KisiBilgisi): KisiBilgisi = reader.Part(KisiBilgisi); break;
            case nameof(MaviKartBilgisi): MaviKartBilgisi = reader.Part(MaviKartBilgisi); break;
            case nameof(YeniMaviKartBilgisi): YeniMaviKartBilgisi = reader.Part(YeniMaviKartBilgisi); break;
            case nameof(YeniMaviKartFotoBilgisi): YeniMaviKartFotoBilgisi = reader.Part(YeniMaviKartFotoBilgisi); break;
            case nameof(YeniMaviKartGeciciKimlikBilgisi): YeniMaviKartGeciciKimlikBilgisi = reader.Part(YeniMaviKartGeciciKimlikBilgisi); break;
            default: reader.Skip(); break;
        }
    }
}
