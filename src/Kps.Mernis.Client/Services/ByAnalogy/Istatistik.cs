using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.ByAnalogy;

/// <summary>How many events of one kind a place had in a stretch of time (by analogy, no public WSDL).</summary>
public sealed class Istatistik : IAnswerPart
{
    public long? Adet { get; set; }
    public Parametre? HataBilgisi { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(Adet): Adet = reader.Int64(Adet); break;
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            default: reader.Skip(); break;
        }
    }
}
