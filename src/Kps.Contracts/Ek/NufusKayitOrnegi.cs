using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>A nüfus kayıt örneği: the persons on the page and, where asked for, its events.</summary>
[DataContract(Namespace = KpsNamespaces.Ek)]
public sealed class NufusKayitOrnegi
{
    /// <summary>Why there is nothing to show; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>The persons of the page.</summary>
    [DataMember]
    public List<NkoKisi>? Kisiler { get; set; }

    /// <summary>Which kind of extract it is.</summary>
    [DataMember]
    public Parametre? NkoTuru { get; set; }

    /// <summary>The events of the page; nil or empty in an extract without events.</summary>
    [DataMember]
    public List<NkoOlay>? Olaylar { get; set; }
}
