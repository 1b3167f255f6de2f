using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.ByAnalogy;

/// <summary>A province (by analogy, no public WSDL; the members are those of a published sample, wire contracts b.7).</summary>
public sealed class Il : IAnswerPart
{
    public string? Ad { get; set; }
    public Parametre? HataBilgisi { get; set; }
    public int? Kod { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(Ad): Ad = reader.Text(Ad); break;
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(Kod): Kod = reader.Int32(Kod); break;
            default: reader.Skip(); break;
        }
    }
}
