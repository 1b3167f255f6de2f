using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.Adres;

/// <summary>An address abroad, declared to a representation of Türkiye.</summary>
public sealed class KimlikNoileYurtDisiAdresi : IAnswerPart
{
    /// <summary>As on the wire; the kind is Unspecified when NVİ sent no offset.</summary>
    public DateTime? DisTemsDuzeltmeBeyanTarih { get; set; }

    /// <summary>As on the wire; the kind is Unspecified when NVİ sent no offset.</summary>
    public DateTime? DisTemsDuzeltmeKararTarih { get; set; }

    public Parametre? DisTemsDuzeltmeNeden { get; set; }
    public Parametre? DisTemsilcilik { get; set; }
    public Parametre? HataBilgisi { get; set; }
    public string? YabanciAdres { get; set; }
    public string? YabanciSehir { get; set; }
    public Parametre? YabanciUlke { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(DisTemsDuzeltmeBeyanTarih): DisTemsDuzeltmeBeyanTarih = reader.DateTime(DisTemsDuzeltmeBeyanTarih); break;
            case nameof(DisTemsDuzeltmeKararTarih): DisTemsDuzeltmeKararTarih = reader.DateTime(DisTemsDuzeltmeKararTarih); break;
            case nameof(DisTemsDuzeltmeNeden): DisTemsDuzeltmeNeden = reader.Part(DisTemsDuzeltmeNeden); break;
            case nameof(DisTemsilcilik): DisTemsilcilik = reader.Part(DisTemsilcilik); break;
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(YabanciAdres): YabanciAdres = reader.Text(YabanciAdres); break;
            case nameof(YabanciSehir): YabanciSehir = reader.Text(YabanciSehir); break;
            case nameof(YabanciUlke): YabanciUlke = reader.Part(YabanciUlke); break;
            default: reader.Skip(); break;
        }
    }
}
