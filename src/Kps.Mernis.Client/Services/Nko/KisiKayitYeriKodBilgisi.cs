using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.Nko;

/// <summary>Where an event is registered, as codes.</summary>
public sealed class KisiKayitYeriKodBilgisi : IAnswerPart
{
    public int? AileSiraNo { get; set; }
    public int? BireySiraNo { get; set; }
    public int? CiltKod { get; set; }
    public int? IlceKod { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(AileSiraNo): AileSiraNo = reader.Int32(AileSiraNo); break;
            case nameof(BireySiraNo): BireySiraNo = reader.Int32(BireySiraNo); break;
            case nameof(CiltKod): CiltKod = reader.Int32(CiltKod); break;
            case nameof(IlceKod): IlceKod = reader.Int32(IlceKod); break;
            default: reader.Skip(); break;
        }
    }
}
