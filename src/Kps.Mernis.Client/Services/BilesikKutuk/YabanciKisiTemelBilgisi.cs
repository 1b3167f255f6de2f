using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>Names of a foreigner; the birth date stands in <see cref="YabanciKisiBilgisi"/>.</summary>
public sealed class YabanciKisiTemelBilgisi : IAnswerPart
{
    public string? Ad { get; set; }
    public string? AnneAd { get; set; }
    public string? BabaAd { get; set; }
    public Parametre? Cinsiyet { get; set; }
    public string? DogumYer { get; set; }
    public string? Soyad { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(Ad): Ad = reader.Text(Ad); break;
            case nameof(AnneAd): AnneAd = reader.Text(AnneAd); break;
            case nameof(BabaAd): BabaAd = reader.Text(BabaAd); break;
            case nameof(Cinsiyet): Cinsiyet = reader.Part(Cinsiyet); break;
            case nameof(DogumYer): DogumYer = reader.Text(DogumYer); break;
            case nameof(Soyad): Soyad = reader.Text(Soyad); break;
            default: reader.Skip(); break;
        }
    }
}
