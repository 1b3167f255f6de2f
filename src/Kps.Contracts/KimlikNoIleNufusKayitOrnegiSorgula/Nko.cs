using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;

/// <summary>Nüfus kayıt örneği of a citizen: the persons on the page and, where asked for, its events.</summary>
/// <remarks>Wire contracts a.10; the 2017 generation lists the persons as KisiBilgisi.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class Nko
{
    /// <summary>Why there is nothing to show; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>The persons of the page, the one asked for among them (YakinlikKod 1).</summary>
    [DataMember]
    public List<NkoKisi>? Kisiler { get; set; }

    /// <summary>Which kind of extract it is.</summary>
    [DataMember]
    public Parametre? NkoTuru { get; set; }

    /// <summary>The events of the page; nil or empty in an extract without events.</summary>
    [DataMember]
    public List<NkoOlay>? Olaylar { get; set; }
}
