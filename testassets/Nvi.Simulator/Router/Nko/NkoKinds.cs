using Nvi.Simulator.Population;

namespace Nvi.Simulator.Router.Nko;

/// <summary>Names and texts of <see cref="NkoKind"/>.</summary>
internal static class NkoKinds
{
    /// <summary>Reads a value by its name, as DataContractSerializer does; numbers are not names.</summary>
    public static bool TryParse(string text, out NkoKind kind) => Enum.TryParse(text, out kind) && Enum.GetName(kind) == text;

    /// <summary>Code and text of a value.</summary>
    public static NviParametre Code(NkoKind kind) => new((int)kind, kind switch
    {
        NkoKind.KisiKayitOrnek => "Kişi Kayıt Örneği",
        NkoKind.AileKayitOrnek => "Aile Kayıt Örneği",
        NkoKind.NufusAileKayitOrnek => "Nüfus Aile Kayıt Örneği",
        NkoKind.NufusAileKayitOrnekKardesDahil => "Nüfus Aile Kayıt Örneği (Kardeş Dahil)",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });
}
