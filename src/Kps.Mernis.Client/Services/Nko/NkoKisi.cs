using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.Nko;

/// <summary>A person of the extract.</summary>
public sealed class NkoKisi : IAnswerPart
{
    public KisiDurumBilgisi? DurumBilgisi { get; set; }
    public Parametre? HataBilgisi { get; set; }
    public KisiKayitYeriBilgisi? KayitYeriBilgisi { get; set; }
    public OlayTarihBilgisi? KisiOlayTarihBilgisi { get; set; }
    public long? TCKimlikNo { get; set; }
    public KisiTemelBilgisi? TemelBilgisi { get; set; }

    /// <summary>Kinship to the person asked for; 1 is that person (wire contracts a.10).</summary>
    public Parametre? YakinlikKod { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(DurumBilgisi): DurumBilgisi = reader.Part(DurumBilgisi); break;
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(KayitYeriBilgisi): KayitYeriBilgisi = reader.Part(KayitYeriBilgisi); break;
            case nameof(KisiOlayTarihBilgisi): KisiOlayTarihBilgisi = reader.Part(KisiOlayTarihBilgisi); break;
            case nameof(TCKimlikNo): TCKimlikNo = reader.Int64(TCKimlikNo); break;
            case nameof(TemelBilgisi): TemelBilgisi = reader.Part(TemelBilgisi); break;
            case nameof(YakinlikKod): YakinlikKod = reader.Part(YakinlikKod); break;
            default: reader.Skip(); break;
        }
    }
}
