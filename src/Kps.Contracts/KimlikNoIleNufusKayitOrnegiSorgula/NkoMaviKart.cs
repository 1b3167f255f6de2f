using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;

/// <summary>Nüfus kayıt örneği of a blue-card holder.</summary>
/// <remarks>Wire contracts a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class NkoMaviKart
{
    /// <summary>Why there is nothing to show; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>The persons of the page, the one asked for among them (YakinlikKod 1).</summary>
    [DataMember]
    public List<NkoMaviKartKisi>? Kisiler { get; set; }

    /// <summary>Which kind of extract it is.</summary>
    [DataMember]
    public Parametre? NkoTuru { get; set; }

    /// <summary>The events of the page; nil or empty in an extract without events.</summary>
    [DataMember]
    public List<NkoMaviKartOlay>? Olaylar { get; set; }
}
