using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>One person of a nüfus kayıt örneği.</summary>
/// <remarks>Same members as the Ministry's type of this name; declared again because a namespace of its own has a schema of its own.</remarks>
[DataContract(Namespace = KpsNamespaces.Ek)]
public sealed class NkoKisi
{
    /// <summary>Alive or not, marital status.</summary>
    [DataMember]
    public DurumBilgisi? DurumBilgisi { get; set; }

    /// <summary>Why the record is empty; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>Where the person is registered.</summary>
    [DataMember]
    public KayitYeriBilgisi? KayitYeriBilgisi { get; set; }

    /// <summary>Days of registration, marriage and divorce.</summary>
    [DataMember]
    public KisiOlayTarihBilgisi? KisiOlayTarihBilgisi { get; set; }

    /// <summary>The person's own number.</summary>
    [DataMember]
    public long? TCKimlikNo { get; set; }

    /// <summary>Names, sex and birth.</summary>
    [DataMember]
    public TemelBilgisi? TemelBilgisi { get; set; }

    /// <summary>Relation to the person asked for; 1 = kendisi.</summary>
    [DataMember]
    public Parametre? YakinlikKod { get; set; }
}
