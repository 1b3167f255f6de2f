using System.Runtime.Serialization;
using Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;
using Kps.Contracts.Kisi;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Nesil2017;

/// <summary>Nüfus kayıt örneği of a citizen; in this generation its persons are KisiBilgisi with Yakinlik.</summary>
/// <remarks>Wire contracts a.6, a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class Nko
{
    /// <summary>Why there is nothing to show; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>The persons of the page, the one asked for among them (Yakinlik 1).</summary>
    [DataMember]
    public List<KisiBilgisi>? Kisiler { get; set; }

    /// <summary>Which kind of extract it is.</summary>
    [DataMember]
    public Parametre? NkoTuru { get; set; }

    /// <summary>The events of the page; nil or empty in an extract without events.</summary>
    [DataMember]
    public List<NkoOlay>? Olaylar { get; set; }
}
