using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Soap;
using Kps.Mernis.Transport;

namespace Kps.Mernis.Services.ByAnalogy;

/// <summary>
/// KisiSorgulaKisiBilgileriServis 2021/04/01, by analogy: no public WSDL; a supplied one is checked against these names and takes their place.
/// The items have the members of a citizen in BilesikKutukSorgulaKimlikNoServis, so they share its type.
/// </summary>
internal sealed class KisiBilgileriService() : SorgulaService<IReadOnlyList<TCKisiBilgisi>>(new()
{
    Service = MernisService.KisiSorgulaKisiBilgileriServis,
    Version = "2021/04/01",
    IsByAnalogy = true,
    Criterion = "KisiBilgileriSorguKriteri",
    Members =
    [
        new("Ad", "string") { IsOptional = true },
        new("AnneAd", "string") { IsOptional = true },
        new("BabaAd", "string") { IsOptional = true },
        new("Cinsiyet", "int") { IsOptional = true },
        new("DogumAy", "int") { IsOptional = true },
        new("DogumGun", "int") { IsOptional = true },
        new("DogumYer", "string") { IsOptional = true },
        new("DogumYil", "int") { IsOptional = true },
        new("Soyad", "string") { IsOptional = true },
    ],
    Item = "KisiBilgisi",
    ItemType = typeof(TCKisiBilgisi),
})
{
    /// <summary>Far above the ten NVİ is expected to list before it says "Çok fazla kayıt".</summary>
    public const int MaxPersons = 200;

    public static readonly KisiBilgileriService Instance = new();

    /// <summary>Refuses a text that cannot go on the wire.</summary>
    public static KisiBilgileriKriteri Checked(KisiBilgileriKriteri kriter)
    {
        ArgumentNullException.ThrowIfNull(kriter);
        foreach (var text in (ReadOnlySpan<string?>)[kriter.Ad, kriter.AnneAd, kriter.BabaAd, kriter.DogumYer, kriter.Soyad])
        {
            if (text is not null && !XmlText.IsLegal(text))
            {
                throw new ArgumentException("A text holds a character XML 1.0 does not know.", nameof(kriter));
            }
        }

        return kriter;
    }

    public override void WriteCriterion(RequestBuffer message, in MernisQuery<IReadOnlyList<TCKisiBilgisi>> query)
    {
        var kriter = (KisiBilgileriKriteri)query.Criteria!;
        message.WriteMember("Ad"u8, kriter.Ad);
        message.WriteMember("AnneAd"u8, kriter.AnneAd);
        message.WriteMember("BabaAd"u8, kriter.BabaAd);
        message.WriteMember("Cinsiyet"u8, kriter.Cinsiyet);
        message.WriteMember("DogumAy"u8, kriter.DogumAy);
        message.WriteMember("DogumGun"u8, kriter.DogumGun);
        message.WriteMember("DogumYer"u8, kriter.DogumYer);
        message.WriteMember("DogumYil"u8, kriter.DogumYil);
        message.WriteMember("Soyad"u8, kriter.Soyad);
    }

    public override (IReadOnlyList<TCKisiBilgisi>? Value, MernisHata? Hata) ReadAnswer(
        ArraySegment<byte> document, in MernisQuery<IReadOnlyList<TCKisiBilgisi>> query) =>
        SorgulaAnswer.ReadList<TCKisiBilgisi>(document, "KisiBilgisi", MaxPersons);
}
