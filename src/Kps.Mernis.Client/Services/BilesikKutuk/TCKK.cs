using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>The chip identity card.</summary>
public sealed class TCKK : IAnswerPart
{
    public string? Ad { get; set; }
    public string? AnneAd { get; set; }
    public string? BabaAd { get; set; }
    public Parametre? Cinsiyet { get; set; }
    public TarihBilgisi? DogumTarih { get; set; }
    public Parametre? HataBilgisi { get; set; }
    public Parametre? KanGrubu { get; set; }
    public string? SeriNo { get; set; }
    public TarihBilgisi? SonGecerlilikTarih { get; set; }
    public string? Soyad { get; set; }
    public bool? SurucuBelgeYuklendiMi { get; set; }
    public TarihBilgisi? SurucuBelgeYuklenmeTarih { get; set; }
    public long? TCKimlikNo { get; set; }
    public string? VerenMakam { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(Ad): Ad = reader.Text(Ad); break;
            case nameof(AnneAd): AnneAd = reader.Text(AnneAd); break;
            case nameof(BabaAd): BabaAd = reader.Text(BabaAd); break;
            case nameof(Cinsiyet): Cinsiyet = reader.Part(Cinsiyet); break;
            case nameof(DogumTarih): DogumTarih = reader.Part(DogumTarih); break;
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(KanGrubu): KanGrubu = reader.Part(KanGrubu); break;
            case nameof(SeriNo): SeriNo = reader.Text(SeriNo); break;
            case nameof(SonGecerlilikTarih): SonGecerlilikTarih = reader.Part(SonGecerlilikTarih); break;
            case nameof(Soyad): Soyad = reader.Text(Soyad); break;
            case nameof(SurucuBelgeYuklendiMi): SurucuBelgeYuklendiMi = reader.Boolean(SurucuBelgeYuklendiMi); break;
            case nameof(SurucuBelgeYuklenmeTarih): SurucuBelgeYuklenmeTarih = reader.Part(SurucuBelgeYuklenmeTarih); break;
            case nameof(TCKimlikNo): TCKimlikNo = reader.Int64(TCKimlikNo); break;
            case nameof(VerenMakam): VerenMakam = reader.Text(VerenMakam); break;
            default: reader.Skip(); break;
        }
    }
}
