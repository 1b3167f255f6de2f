using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.Nko;

/// <summary>An event of the register (vukuat).</summary>
public sealed class NkoOlay : IAnswerPart
{
    public string? Ad { get; set; }

    /// <summary>The registrar's note (düşünceler).</summary>
    public string? Dusunce { get; set; }

    public Parametre? HataBilgisi { get; set; }
    public KisiKayitYeriKodBilgisi? KayitYeri { get; set; }
    public string? OlayAciklama { get; set; }
    public long? OlayKayitNo { get; set; }
    public TarihBilgisi? OlayTarih { get; set; }
    public Parametre? OlayTipi { get; set; }
    public string? Soyad { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(Ad): Ad = reader.Text(Ad); break;
            case nameof(Dusunce): Dusunce = reader.Text(Dusunce); break;
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(KayitYeri): KayitYeri = reader.Part(KayitYeri); break;
            case nameof(OlayAciklama): OlayAciklama = reader.Text(OlayAciklama); break;
            case nameof(OlayKayitNo): OlayKayitNo = reader.Int64(OlayKayitNo); break;
            case nameof(OlayTarih): OlayTarih = reader.Part(OlayTarih); break;
            case nameof(OlayTipi): OlayTipi = reader.Part(OlayTipi); break;
            case nameof(Soyad): Soyad = reader.Text(Soyad); break;
            default: reader.Skip(); break;
        }
    }
}
