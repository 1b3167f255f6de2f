using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>The citizen entered at one place of the register.</summary>
[DataContract(Namespace = KpsNamespaces.Ek)]
public sealed class KimlikBilgisi
{
    /// <summary>Alive or not, marital status.</summary>
    [DataMember]
    public DurumBilgisi? DurumBilgisi { get; set; }

    /// <summary>Why there is nothing to show; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>The place of entry, with names.</summary>
    [DataMember]
    public KayitYeriBilgisi? KayitYeriBilgisi { get; set; }

    /// <summary>The person's own number.</summary>
    [DataMember]
    public long? TCKimlikNo { get; set; }

    /// <summary>Names, sex and birth.</summary>
    [DataMember]
    public TemelBilgisi? TemelBilgisi { get; set; }
}
