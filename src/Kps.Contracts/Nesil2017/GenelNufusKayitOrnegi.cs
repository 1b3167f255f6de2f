using System.Runtime.Serialization;
using Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;

namespace Kps.Contracts.Nesil2017;

/// <summary>The nüfus kayıt örneği of one number: from the register of citizens or from that of blue-card holders.</summary>
/// <remarks>Wire contracts a.6, a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class GenelNufusKayitOrnegi
{
    /// <summary>From the blue-card register; the same shape in both generations.</summary>
    [DataMember]
    public NkoMaviKart? NkoMaviKart { get; set; }

    /// <summary>From the register of citizens.</summary>
    [DataMember]
    public Nko? NkoVatandas { get; set; }
}
