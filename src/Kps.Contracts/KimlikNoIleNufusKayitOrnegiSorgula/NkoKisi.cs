using System.Runtime.Serialization;
using Kps.Contracts.Kisi;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;

/// <summary>One person of a nüfus kayıt örneği.</summary>
/// <remarks>Wire contracts a.6, a.10: later generation only.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
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
