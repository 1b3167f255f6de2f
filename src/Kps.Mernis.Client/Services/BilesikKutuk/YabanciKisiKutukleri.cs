using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>Foreigners with a number of their own (98…, 99…).</summary>
public sealed class YabanciKisiKutukleri : IAnswerPart
{
    public Parametre? HataBilgisi { get; set; }
    public YabanciKisiBilgisi? KisiBilgisi { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(KisiBilgisi): KisiBilgisi = reader.Part(KisiBilgisi); break;
            default: reader.Skip(); break;
        }
    }
}
