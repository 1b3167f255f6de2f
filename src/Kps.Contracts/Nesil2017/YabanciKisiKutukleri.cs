using System.Runtime.Serialization;
using Kps.Contracts.Adres;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Nesil2017;

/// <summary>What the register of foreigners holds on one person, with the address.</summary>
/// <remarks>Wire contracts a.6, a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class YabanciKisiKutukleri
{
    /// <summary>Address of residence: in this generation inside the container; nil when it was not asked for or there is none.</summary>
    [DataMember]
    public KisiAdresBilgisi? AdresBilgisi { get; set; }

    /// <summary>Why the person was not found or not shown; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>The record.</summary>
    [DataMember]
    public YabanciKisiBilgisi? KisiBilgisi { get; set; }
}
