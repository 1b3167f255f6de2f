using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>Whether a photograph of the new blue card exists. The photograph itself is dropped while reading: nobody downstream may have it.</summary>
public sealed class YeniMaviFotoBilgi : IAnswerPart
{
    public Parametre? HataBilgisi { get; set; }
    public long? KimlikNo { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(KimlikNo): KimlikNo = reader.Int64(KimlikNo); break;
            default: reader.Skip(); break;
        }
    }
}
