using Kps.Mernis.Services.Nko;

namespace Kps.Gateway.Call.Queries;

/// <summary>What the contract leaves open and an operator decides.</summary>
internal sealed class QueryOptions
{
    /// <summary>Which nüfus kayıt örneği KimlikNoIleNufusKayitOrnegiSorgula gives; its request has no say in it.</summary>
    /// <value>The default is the family: the published shape lists people by their kinship.</value>
    public NkoTur NkoTuru { get; set; } = NkoTur.AileKayitOrnek;

    /// <summary>Whether that örnek comes with the events (olaylı).</summary>
    /// <value>The default is true: the published shape has a place for them.</value>
    public bool NkoOlayli { get; set; } = true;
}
