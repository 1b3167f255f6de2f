namespace Nvi.Simulator.Router.Nko;

/// <summary>The enumeration NkoTur of the schema: who is listed beside the person. Names and numbers as there (wire contracts b.8).</summary>
internal enum NkoKind
{
    /// <summary>Nobody.</summary>
    KisiKayitOrnek = 1,

    /// <summary>Spouse and children.</summary>
    AileKayitOrnek = 2,

    /// <summary>Spouse, children and parents.</summary>
    NufusAileKayitOrnek = 3,

    /// <summary>Spouse, children, parents, brothers and sisters.</summary>
    NufusAileKayitOrnekKardesDahil = 4,
}
