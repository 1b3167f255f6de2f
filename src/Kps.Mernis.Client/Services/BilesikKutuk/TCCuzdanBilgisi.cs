using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>The nüfus cüzdanı, the identity card of the old paper form.</summary>
public sealed class TCCuzdanBilgisi : IAnswerPart
{
    public string? Ad { get; set; }
    public string? AnneAd { get; set; }
    public string? BabaAd { get; set; }
    public long? CuzdanKayitNo { get; set; }
    public Parametre? CuzdanVerilmeNeden { get; set; }
    public TarihBilgisi? DogumTarih { get; set; }
    public string? DogumYer { get; set; }
    public Parametre? HataBilgisi { get; set; }
    public int? No { get; set; }
    public string? Seri { get; set; }
    public string? Soyad { get; set; }
    public long? TCKimlikNo { get; set; }
    public Parametre? VerildigiIlce { get; set; }
    public TarihBilgisi? VerilmeTarih { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(Ad): Ad = reader.Text(Ad); break;
            case nameof(AnneAd): AnneAd = reader.Text(AnneAd); break;
            case nameof(BabaAd): BabaAd = reader.Text(BabaAd); break;
            case nameof(CuzdanKayitNo): CuzdanKayitNo = reader.Int64(CuzdanKayitNo); break;
            case nameof(CuzdanVerilmeNeden): CuzdanVerilmeNeden = reader.Part(CuzdanVerilmeNeden); break;
            case nameof(DogumTarih): DogumTarih = reader.Part(DogumTarih); break;
            case nameof(DogumYer): DogumYer = reader.Text(DogumYer); break;
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(No): No = reader.Int32(No); break;
            case nameof(Seri): Seri = reader.Text(Seri); break;
            case nameof(Soyad): Soyad = reader.Text(Soyad); break;
            case nameof(TCKimlikNo): TCKimlikNo = reader.Int64(TCKimlikNo); break;
            case nameof(VerildigiIlce): VerildigiIlce = reader.Part(VerildigiIlce); break;
            case nameof(VerilmeTarih): VerilmeTarih = reader.Part(VerilmeTarih); break;
            default: reader.Skip(); break;
        }
    }
}
