using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.Nko;

/// <summary>Names and birth of a person.</summary>
public sealed class KisiTemelBilgisi : IAnswerPart
{
    public string? Ad { get; set; }
    public string? AnneAd { get; set; }
    public string? BabaAd { get; set; }
    public Parametre? Cinsiyet { get; set; }
    public TarihBilgisi? DogumTarih { get; set; }
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
            case nameof(DogumTarih): DogumTarih = reader.Part(DogumTarih); break;
            case nameof(DogumYer): DogumYer = reader.Text(DogumYer); break;
            case nameof(Soyad): Soyad = reader.Text(Soyad); break;
            default: reader.Skip(); break;
        }
    }
}
