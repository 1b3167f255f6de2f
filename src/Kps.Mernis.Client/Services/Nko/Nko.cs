using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.Nko;

/// <summary>
/// An extract of the family register (nüfus kayıt örneği): persons and, when asked for, their events. A number without a record says so in
/// <see cref="HataBilgisi"/> (Kod 2). Source: wire contracts b.9, version 2021/04/01.
/// </summary>
public sealed class Nko : IAnswerPart
{
    public Parametre? HataBilgisi { get; set; }

    /// <summary>At most 200. When there are any, the person that was asked for is among them.</summary>
    public IReadOnlyList<NkoKisi>? Kisiler { get; set; }

    /// <summary>The kind of extract, see <see cref="NkoTur"/>.</summary>
    public Parametre? NkoTuru { get; set; }

    /// <summary>At most 2,000; null when none were asked for or there are none.</summary>
    public IReadOnlyList<NkoOlay>? Olaylar { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(Kisiler): Kisiler = reader.List(Kisiler, nameof(NkoKisi), NkoService.MaxPersons); break;
            case nameof(NkoTuru): NkoTuru = reader.Part(NkoTuru); break;
            case nameof(Olaylar): Olaylar = reader.List(Olaylar, nameof(NkoOlay), NkoService.MaxEvents); break;
            default: reader.Skip(); break;
        }
    }
}
