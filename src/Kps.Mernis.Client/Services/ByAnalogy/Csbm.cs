using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.ByAnalogy;

/// <summary>An avenue, street, boulevard or square (cadde, sokak, bulvar, meydan) of a quarter (by analogy, no public WSDL).</summary>
public sealed class Csbm : IAnswerPart
{
    public string? Ad { get; set; }
    public Parametre? HataBilgisi { get; set; }
    public int? Kod { get; set; }
    public int? MahalleKod { get; set; }
    public Parametre? Tip { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(Ad): Ad = reader.Text(Ad); break;
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(Kod): Kod = reader.Int32(Kod); break;
            case nameof(MahalleKod): MahalleKod = reader.Int32(MahalleKod); break;
            case nameof(Tip): Tip = reader.Part(Tip); break;
            default: reader.Skip(); break;
        }
    }
}
