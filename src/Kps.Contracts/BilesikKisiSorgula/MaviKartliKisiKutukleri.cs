using System.Runtime.Serialization;
using Kps.Contracts.Kart;
using Kps.Contracts.Kisi;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.BilesikKisiSorgula;

/// <summary>What the blue-card register holds on one former citizen.</summary>
/// <remarks>Wire contracts a.10: no AdresBilgisi here in this generation. One client inspects this container before all others.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class MaviKartliKisiKutukleri
{
    /// <summary>Why the person was not found or not shown; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>The record.</summary>
    [DataMember]
    public MaviKartKisiBilgisi? KisiBilgisi { get; set; }

    /// <summary>The blue card.</summary>
    [DataMember]
    public MaviKartBilgisi? MaviKartBilgisi { get; set; }
}
