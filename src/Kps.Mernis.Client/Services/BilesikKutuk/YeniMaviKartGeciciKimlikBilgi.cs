using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>The temporary paper in place of a new blue card. Its photograph is dropped while reading.</summary>
public sealed class YeniMaviKartGeciciKimlikBilgi : IAnswerPart
{
    public string? Ad { get; set; }
    public string? AnneAd { get; set; }
    public string? BabaAd { get; set; }
    public string? BelgeNo { get; set; }
    public Parametre? Cinsiyet { get; set; }
    public TarihBilgisi? DogumTarih { get; set; }
    public TarihBilgisi? DuzenlenmeTarih { get; set; }
    public Parametre? DuzenleyenIlce { get; set; }
    public Parametre? HataBilgisi { get; set; }
    public long? KimlikNo { get; set; }
    public TarihBilgisi? SonGecerlilikTarih { get; set; }
    public string? Soyad { get; set; }
    public Parametre? Uyruk { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(Ad): Ad = reader.Text(Ad); break;
            case nameof(AnneAd): AnneAd = reader.Text(AnneAd); break;
            case nameof(BabaAd): BabaAd = reader.Text(BabaAd); break;
            case nameof(BelgeNo): BelgeNo = reader.Text(BelgeNo); break;
            case nameof(Cinsiyet): Cinsiyet = reader.Part(Cinsiyet); break;
            case nameof(DogumTarih): DogumTarih = reader.Part(DogumTarih); break;
            case nameof(DuzenlenmeTarih): DuzenlenmeTarih = reader.Part(DuzenlenmeTarih); break;
            case nameof(DuzenleyenIlce): DuzenleyenIlce = reader.Part(DuzenleyenIlce); break;
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(KimlikNo): KimlikNo = reader.Int64(KimlikNo); break;
            case nameof(SonGecerlilikTarih): SonGecerlilikTarih = reader.Part(SonGecerlilikTarih); break;
            case nameof(Soyad): Soyad = reader.Text(Soyad); break;
            case nameof(Uyruk): Uyruk = reader.Part(Uyruk); break;
            default: reader.Skip(); break;
        }
    }
}
