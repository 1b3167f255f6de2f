using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.ByAnalogy;

/// <summary>A quarter of a district (by analogy, no public WSDL).</summary>
public sealed class Mahalle : IAnswerPart
{
    public string? Ad { get; set; }
    public Parametre? HataBilgisi { get; set; }
    public int? IlceKod { get; set; }
    public int? Kod { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(Ad): Ad = reader.Text(Ad); break;
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(IlceKod): IlceKod = reader.Int32(IlceKod); break;
            case nameof(Kod): Kod = reader.Int32(Kod); break;
            default: reader.Skip(); break;
        }
    }
}
