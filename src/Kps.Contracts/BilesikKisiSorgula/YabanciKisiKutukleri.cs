using System.Runtime.Serialization;
using Kps.Contracts.Kisi;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.BilesikKisiSorgula;

/// <summary>What the register of foreigners holds on one person.</summary>
/// <remarks>Wire contracts a.10: no AdresBilgisi here in this generation.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class YabanciKisiKutukleri
{
    /// <summary>Why the person was not found or not shown; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>The record.</summary>
    [DataMember]
    public YabanciKisiBilgisi? KisiBilgisi { get; set; }
}
