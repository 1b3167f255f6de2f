using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Kisi;

/// <summary>One member of a family.</summary>
/// <remarks>Wire contracts a.8. The 2017 generation lists the persons of a nüfus kayıt örneği with it, too.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class KisiBilgisi
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

    /// <summary>The person's own number.</summary>
    [DataMember]
    public long? TCKimlikNo { get; set; }

    /// <summary>Names, sex and birth.</summary>
    [DataMember]
    public TemelBilgisi? TemelBilgisi { get; set; }

    /// <summary>Relation to the person asked for; 1 = kendisi.</summary>
    [DataMember]
    public Parametre? Yakinlik { get; set; }
}
