using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>Citizens: the person and the identity papers.</summary>
public sealed class TCVatandasiKisiKutukleri : IAnswerPart
{
    public TCGeciciKimlikBilgisi? GeciciKimlikBilgisi { get; set; }
    public Parametre? HataBilgisi { get; set; }
    public TCKisiBilgisi? KisiBilgisi { get; set; }
    public TCCuzdanBilgisi? NufusCuzdaniBilgisi { get; set; }
    public TCKK? TCKKBilgisi { get; set; }
    public TCKKFotoBilgisi? TCKKFotografBilgisi { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(GeciciKimlikBilgisi): GeciciKimlikBilgisi = reader.Part(GeciciKimlikBilgisi); break;
            case nameof(HataBilgisi): HataBilgisi = reader.Part(HataBilgisi); break;
            case nameof(KisiBilgisi): KisiBilgisi = reader.Part(KisiBilgisi); break;
            case nameof(NufusCuzdaniBilgisi): NufusCuzdaniBilgisi = reader.Part(NufusCuzdaniBilgisi); break;
            case nameof(TCKKBilgisi): TCKKBilgisi = reader.Part(TCKKBilgisi); break;
            case nameof(TCKKFotografBilgisi): TCKKFotografBilgisi = reader.Part(TCKKFotografBilgisi); break;
            default: reader.Skip(); break;
        }
    }
}
