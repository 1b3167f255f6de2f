using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.Nko;

/// <summary>Dates of a person's marriage, divorce and registration.</summary>
public sealed class OlayTarihBilgisi : IAnswerPart
{
    public TarihBilgisi? BosanmaTarih { get; set; }
    public TarihBilgisi? EvlenmeTarih { get; set; }
    public TarihBilgisi? TescilTarih { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(BosanmaTarih): BosanmaTarih = reader.Part(BosanmaTarih); break;
            case nameof(EvlenmeTarih): EvlenmeTarih = reader.Part(EvlenmeTarih); break;
            case nameof(TescilTarih): TescilTarih = reader.Part(TescilTarih); break;
            default: reader.Skip(); break;
        }
    }
}
