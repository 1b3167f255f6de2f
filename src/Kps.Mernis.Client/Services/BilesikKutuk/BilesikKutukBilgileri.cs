using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>
/// What the three registers know of one number: citizens, blue card holders and foreigners. All three containers usually arrive fully expanded;
/// a register that does not know the number says so in its own HataBilgisi (Kod 2). Source: wire contracts b.6 and b.9, version 2023/02/01.
/// </summary>
public sealed class BilesikKutukBilgileri : IAnswerPart
{
    /// <summary>Names of the parts that hold data, as NVİ lists them; names of newer versions are left out.</summary>
    public IReadOnlyList<CstBilesikKutukServisDoluBilesen>? DoluBilesenler { get; set; }

    public Parametre? HataBilgisi { get; set; }

    /// <summary>The number that was asked for. An answer that echoes another number never becomes an object of this type.</summary>
    public long? KimlikNo { get; set; }

    public MaviKartKisiKutukleri? MaviKartliKisiKutukleri { get; set; }
    public TCVatandasiKisiKutukleri? TCVatandasiKisiKutukleri { get; set; }
    public YabanciKisiKutukleri? YabanciKisiKutukleri { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(DoluBilesenler): DoluBilesenler = reader.DoluBilesenler(DoluBilesenler); break;
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(KimlikNo): KimlikNo = reader.Int64(KimlikNo); break;
            case nameof(MaviKartliKisiKutukleri): MaviKartliKisiKutukleri = reader.Part(MaviKartliKisiKutukleri); break;
            case nameof(TCVatandasiKisiKutukleri): TCVatandasiKisiKutukleri = reader.Part(TCVatandasiKisiKutukleri); break;
            case nameof(YabanciKisiKutukleri): YabanciKisiKutukleri = reader.Part(YabanciKisiKutukleri); break;
            default: reader.Skip(); break;
        }
    }
}
