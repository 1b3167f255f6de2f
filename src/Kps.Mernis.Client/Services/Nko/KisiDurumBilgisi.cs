using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.Nko;

/// <summary>State of a person.</summary>
public sealed class KisiDurumBilgisi : IAnswerPart
{
    public Parametre? Din { get; set; }
    public Parametre? Durum { get; set; }
    public Parametre? MedeniHal { get; set; }

    /// <summary>For the living: null, or an object with three null parts.</summary>
    public TarihBilgisi? OlumTarih { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(Din): Din = reader.Part(Din); break;
            case nameof(Durum): Durum = reader.Part(Durum); break;
            case nameof(MedeniHal): MedeniHal = reader.Part(MedeniHal); break;
            case nameof(OlumTarih): OlumTarih = reader.Part(OlumTarih); break;
            default: reader.Skip(); break;
        }
    }
}
