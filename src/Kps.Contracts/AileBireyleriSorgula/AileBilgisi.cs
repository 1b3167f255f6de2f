using System.Runtime.Serialization;
using Kps.Contracts.Kisi;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.AileBireyleriSorgula;

/// <summary>A citizen and the members of the family.</summary>
/// <remarks>Wire contracts a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class AileBilgisi
{
    /// <summary>The members of the family, each with the relation to the person asked for.</summary>
    [DataMember]
    public List<KisiBilgisi>? AileKisiListesi { get; set; }

    /// <summary>Why there is nothing to show; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>The record of the person asked for.</summary>
    [DataMember]
    public TCKisiBilgisi? KisiBilgisi { get; set; }

    /// <summary>The number asked for, echoed.</summary>
    [DataMember]
    public long? TCKimlikNo { get; set; }
}
