using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>A code and its text; every coded field and every HataBilgisi has this shape. Known codes: wire contracts b.6 and b.8.</summary>
public sealed class Parametre : IAnswerPart
{
    /// <summary>Turkish text as NVİ sent it.</summary>
    public string? Aciklama { get; set; }

    public int? Kod { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(Aciklama): Aciklama = reader.Text(Aciklama); break;
            case nameof(Kod): Kod = reader.Int32(Kod); break;
            default: reader.Skip(); break;
        }
    }
}
