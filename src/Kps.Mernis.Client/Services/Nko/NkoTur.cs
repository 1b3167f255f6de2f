namespace Kps.Mernis.Services.Nko;

/// <summary>How far an extract reaches; names and numbers as in the WSDL (wire contracts b.8).</summary>
public enum NkoTur
{
    /// <summary>Kişi kayıt örneği: the person alone.</summary>
    KisiKayitOrnek = 1,

    /// <summary>Aile kayıt örneği: the person with spouse and children.</summary>
    AileKayitOrnek = 2,

    /// <summary>Nüfus aile kayıt örneği: also the parents.</summary>
    NufusAileKayitOrnek = 3,

    /// <summary>Nüfus aile kayıt örneği, kardeşler dahil: also brothers and sisters.</summary>
    NufusAileKayitOrnekKardesDahil = 4,
}
