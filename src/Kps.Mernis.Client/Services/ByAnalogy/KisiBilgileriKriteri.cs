namespace Kps.Mernis.Services.ByAnalogy;

/// <summary>Whom to look for: names, birth and parents. Null members are not asked for. Shows nothing as text: it identifies a person.</summary>
public sealed class KisiBilgileriKriteri
{
    public string? Ad { get; init; }
    public string? AnneAd { get; init; }
    public string? BabaAd { get; init; }

    /// <summary>1 Erkek, 2 Kadın (wire contracts b.8).</summary>
    public int? Cinsiyet { get; init; }

    public int? DogumAy { get; init; }
    public int? DogumGun { get; init; }
    public string? DogumYer { get; init; }
    public int? DogumYil { get; init; }
    public string? Soyad { get; init; }
}
