using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Kisi;

/// <summary>Civil-status record of a citizen.</summary>
/// <remarks>Wire contracts a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class TCKisiBilgisi
{
    /// <summary>Mother's number.</summary>
    [DataMember]
    public long? AnneTCKimlikNo { get; set; }

    /// <summary>Father's number.</summary>
    [DataMember]
    public long? BabaTCKimlikNo { get; set; }

    /// <summary>Code of the place of birth.</summary>
    [DataMember]
    public int? DogumYerKod { get; set; }

    /// <summary>Alive or not, marital status.</summary>
    [DataMember]
    public DurumBilgisi? DurumBilgisi { get; set; }

    /// <summary>Spouse's number.</summary>
    [DataMember]
    public long? EsTCKimlikNo { get; set; }

    /// <summary>Why the record is empty; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>Where the family is registered.</summary>
    [DataMember]
    public KayitYeriBilgisi? KayitYeriBilgisi { get; set; }

    /// <summary>The person's own number.</summary>
    [DataMember]
    public long? TCKimlikNo { get; set; }

    /// <summary>Names, sex and birth.</summary>
    [DataMember]
    public TemelBilgisi? TemelBilgisi { get; set; }
}
