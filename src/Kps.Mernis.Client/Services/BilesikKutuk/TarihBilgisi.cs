using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>A date of which only parts may be known. An unknown date arrives as an object whose three parts are null.</summary>
public sealed class TarihBilgisi : IAnswerPart
{
    public int? Ay { get; set; }
    public int? Gun { get; set; }
    public int? Yil { get; set; }

    void IAnswerPart.ReadMember(string name, AnswerReader reader)
    {
        switch (name)
        {
            case nameof(Ay): Ay = reader.Int32(Ay); break;
            case nameof(Gun): Gun = reader.Int32(Gun); break;
            case nameof(Yil): Yil = reader.Int32(Yil); break;
            default: reader.Skip(); break;
        }
    }
}
