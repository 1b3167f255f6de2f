using System.Runtime.Serialization;

namespace Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;

/// <summary>The nüfus kayıt örneği of one number: from the register of citizens or from that of blue-card holders.</summary>
/// <remarks>Wire contracts a.8. The one that does not apply is nil.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class GenelNufusKayitOrnegi
{
    /// <summary>From the blue-card register; nil when the number is a citizen's.</summary>
    [DataMember]
    public NkoMaviKart? NkoMaviKart { get; set; }

    /// <summary>From the register of citizens; nil when the number is not in it.</summary>
    [DataMember]
    public Nko? NkoVatandas { get; set; }
}
