using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.Nko;

/// <summary>Where a person is registered.</summary>
public sealed class KisiKayitYeriBilgisi : IAnswerPart
{
    public int? AileSiraNo { get; set; }
    public int? BireySiraNo { get; set; }
    public Parametre? Cilt { get; set; }
    public Parametre? Il { get; set; }
    public Parametre? Ilce { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(AileSiraNo): AileSiraNo = reader.Int32(AileSiraNo); break;
            case nameof(BireySiraNo): BireySiraNo = reader.Int32(BireySiraNo); break;
            case nameof(Cilt): Cilt = reader.Part(Cilt); break;
            case nameof(Il): Il = reader.Part(Il); break;
            case nameof(Ilce): Ilce = reader.Part(Ilce); break;
            default: reader.Skip(); break;
        }
    }
}
