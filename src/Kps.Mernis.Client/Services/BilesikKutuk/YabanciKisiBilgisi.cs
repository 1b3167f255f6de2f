using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>The person of a foreigner's record. Birth and death dates stand here, not in the parts below.</summary>
public sealed class YabanciKisiBilgisi : IAnswerPart
{
    public long? AnneKimlikNo { get; set; }
    public long? BabaKimlikNo { get; set; }
    public Parametre? BitisTarihiBelirsizOlmaNeden { get; set; }
    public TarihBilgisi? DogumTarih { get; set; }
    public int? DogumYerKod { get; set; }
    public YabanciKisiDurumBilgisi? DurumBilgisi { get; set; }
    public long? EsKimlikNo { get; set; }
    public long? GercekKisiKimlikNo { get; set; }
    public Parametre? HataBilgisi { get; set; }

    /// <summary>As on the wire; the kind is Unspecified when NVİ sent no offset.</summary>
    public DateTime? IzinBaslangicTarih { get; set; }

    /// <summary>As on the wire; the kind is Unspecified when NVİ sent no offset.</summary>
    public DateTime? IzinBitisTarih { get; set; }

    public Parametre? IzinDuzenlenenIl { get; set; }
    public string? IzinNo { get; set; }
    public Parametre? KaynakBirim { get; set; }
    public long? KazanilanTCKimlikNo { get; set; }
    public long? KimlikNo { get; set; }

    /// <summary>For the living: null, or an object with three null parts.</summary>
    public TarihBilgisi? OlumTarih { get; set; }

    public Parametre? Statu { get; set; }
    public YabanciKisiTemelBilgisi? TemelBilgisi { get; set; }
    public Parametre? Uyruk { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(AnneKimlikNo): AnneKimlikNo = reader.Int64(AnneKimlikNo); break;
            case nameof(BabaKimlikNo): BabaKimlikNo = reader.Int64(BabaKimlikNo); break;
            case nameof(BitisTarihiBelirsizOlmaNeden): BitisTarihiBelirsizOlmaNeden = reader.Part(BitisTarihiBelirsizOlmaNeden); break;
            case nameof(DogumTarih): DogumTarih = reader.Part(DogumTarih); break;
            case nameof(DogumYerKod): DogumYerKod = reader.Int32(DogumYerKod); break;
            case nameof(DurumBilgisi): DurumBilgisi = reader.Part(DurumBilgisi); break;
            case nameof(EsKimlikNo): EsKimlikNo = reader.Int64(EsKimlikNo); break;
            case nameof(GercekKisiKimlikNo): GercekKisiKimlikNo = reader.Int64(GercekKisiKimlikNo); break;
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(IzinBaslangicTarih): IzinBaslangicTarih = reader.DateTime(IzinBaslangicTarih); break;
            case nameof(IzinBitisTarih): IzinBitisTarih = reader.DateTime(IzinBitisTarih); break;
            case nameof(IzinDuzenlenenIl): IzinDuzenlenenIl = reader.Part(IzinDuzenlenenIl); break;
            case nameof(IzinNo): IzinNo = reader.Text(IzinNo); break;
            case nameof(KaynakBirim): KaynakBirim = reader.Part(KaynakBirim); break;
            case nameof(KazanilanTCKimlikNo): KazanilanTCKimlikNo = reader.Int64(KazanilanTCKimlikNo); break;
            case nameof(KimlikNo): KimlikNo = reader.Int64(KimlikNo); break;
            case nameof(OlumTarih): OlumTarih = reader.Part(OlumTarih); break;
            case nameof(Statu): Statu = reader.Part(Statu); break;
            case nameof(TemelBilgisi): TemelBilgisi = reader.Part(TemelBilgisi); break;
            case nameof(Uyruk): Uyruk = reader.Part(Uyruk); break;
            default: reader.Skip(); break;
        }
    }
}
