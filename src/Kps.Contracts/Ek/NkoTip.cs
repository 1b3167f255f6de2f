namespace Kps.Contracts.Ek;

/// <summary>Kinds of a nüfus kayıt örneği; on the wire the member's name. The numbers are those of NVİ's NkoTur.</summary>
public enum NkoTip
{
    /// <summary>Fail-closed default: not said. Not a value of the contract.</summary>
    None = 0,

    /// <summary>The person alone.</summary>
    KisiKayitOrnegi = 1,

    /// <summary>The person with the own family: spouse and children.</summary>
    AileKayitOrnegi = 2,

    /// <summary>The own family and the parents.</summary>
    NufusAileKayitOrnegi = 3,

    /// <summary>The own family, the parents and the siblings.</summary>
    NufusAileKayitOrnegiKardesDahil = 4,
}
