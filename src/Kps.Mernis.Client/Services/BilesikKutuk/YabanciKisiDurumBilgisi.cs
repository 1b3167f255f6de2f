using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>State of a foreigner.</summary>
public sealed class YabanciKisiDurumBilgisi : IAnswerPart
{
    public Parametre? Durum { get; set; }
    public Parametre? MedeniHal { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(Durum): Durum = reader.Part(Durum); break;
            case nameof(MedeniHal): MedeniHal = reader.Part(MedeniHal); break;
            default: reader.Skip(); break;
        }
    }
}
