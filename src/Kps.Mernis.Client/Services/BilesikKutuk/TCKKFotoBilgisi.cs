using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>Whether a photograph of the chip card exists. The photograph itself is dropped while reading: nobody downstream may have it.</summary>
public sealed class TCKKFotoBilgisi : IAnswerPart
{
    public Parametre? HataBilgisi { get; set; }
    public long? TCKimlikNo { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(TCKimlikNo): TCKimlikNo = reader.Int64(TCKimlikNo); break;
            default: reader.Skip(); break;
        }
    }
}
