using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>The blue card of the old paper form.</summary>
public sealed class MaviKartBilgi : IAnswerPart
{
    public string? Ad { get; set; }
    public string? AnneAd { get; set; }
    public string? BabaAd { get; set; }
    public int? Birim { get; set; }
    public Parametre? Cinsiyet { get; set; }
    public TarihBilgisi? DogumTarih { get; set; }
    public string? DogumYer { get; set; }
    public int? DogumYerKod { get; set; }
    public Parametre? HataBilgisi { get; set; }
    public long? KartKayitNo { get; set; }
    public long? KimlikNo { get; set; }
    public Parametre? MedeniHal { get; set; }
    public int? No { get; set; }
    public string? OncekiSoyad { get; set; }
    public string? Seri { get; set; }
    public string? Soyad { get; set; }
    public Parametre? Uyruk { get; set; }
    public Parametre? VerilisNeden { get; set; }
    public TarihBilgisi? VerilmeTarih { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(Ad): Ad = reader.Text(Ad); break;
            case nameof(AnneAd): AnneAd = reader.Text(AnneAd); break;
            case nameof(BabaAd): BabaAd = reader.Text(BabaAd); break;
            case nameof(Birim): Birim = reader.Int32(Birim); break;
            case nameof(Cinsiyet): Cinsiyet = reader.Part(Cinsiyet); break;
            case nameof(DogumTarih): DogumTarih = reader.Part(DogumTarih); break;
            case nameof(DogumYer): DogumYer = reader.Text(DogumYer); break;
            case nameof(DogumYerKod): DogumYerKod = reader.Int32(DogumYerKod); break;
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(KartKayitNo): KartKayitNo = reader.Int64(KartKayitNo); break;
            case nameof(KimlikNo): KimlikNo = reader.Int64(KimlikNo); break;
            case nameof(MedeniHal): MedeniHal = reader.Part(MedeniHal); break;
            case nameof(No): No = reader.Int32(No); break;
            case nameof(OncekiSoyad): OncekiSoyad = reader.Text(OncekiSoyad); break;
            case nameof(Seri): Seri = reader.Text(Seri); break;
            case nameof(Soyad): Soyad = reader.Text(Soyad); break;
            case nameof(Uyruk): Uyruk = reader.Part(Uyruk); break;
            case nameof(VerilisNeden): VerilisNeden = reader.Part(VerilisNeden); break;
            case nameof(VerilmeTarih): VerilmeTarih = reader.Part(VerilmeTarih); break;
            default: reader.Skip(); break;
        }
    }
}
