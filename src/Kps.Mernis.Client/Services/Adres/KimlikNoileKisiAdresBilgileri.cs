using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.Adres;

/// <summary>
/// Where a person lives, as the address register has it. A number without an address, or without a record, says so in a HataBilgisi (Kod 2) here or
/// on the address. Source: wire contracts b.9, version 2021/04/01.
/// </summary>
public sealed class KimlikNoileKisiAdresBilgileri : IAnswerPart
{
    /// <summary>Other addresses, at most 50; null when NVİ listed none.</summary>
    public IReadOnlyList<KimlikNoileKisiAdresBilgisi>? DigerAdresBilgileri { get; set; }

    public Parametre? HataBilgisi { get; set; }

    /// <summary>The number that was asked for. An answer that echoes another number never becomes an object of this type.</summary>
    public long? KimlikNo { get; set; }

    /// <summary>The address of residence.</summary>
    public KimlikNoileKisiAdresBilgisi? YerlesimYeriAdresi { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(DigerAdresBilgileri): DigerAdresBilgileri = reader.List(DigerAdresBilgileri, nameof(KimlikNoileKisiAdresBilgisi), AdresService.MaxOtherAddresses); break;
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(KimlikNo): KimlikNo = reader.Int64(KimlikNo); break;
            case nameof(YerlesimYeriAdresi): YerlesimYeriAdresi = reader.Part(YerlesimYeriAdresi); break;
            default: reader.Skip(); break;
        }
    }
}
