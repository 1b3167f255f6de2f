using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Kisi;

/// <summary>Record of a blue-card holder: a former citizen who kept most rights.</summary>
/// <remarks>Wire contracts a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class MaviKartKisiBilgisi
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

    /// <summary>The number under which the same person is known elsewhere.</summary>
    [DataMember]
    public long? GercekKisiKimlikNo { get; set; }

    /// <summary>Why the record is empty; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>The number gained if the person became a citizen again.</summary>
    [DataMember]
    public long? KazanilanTCKimlikNo { get; set; }

    /// <summary>The person's own number.</summary>
    [DataMember]
    public long? KimlikNo { get; set; }

    /// <summary>Names, sex and birth.</summary>
    [DataMember]
    public TemelBilgisi? TemelBilgisi { get; set; }

    /// <summary>Country of citizenship.</summary>
    [DataMember]
    public Parametre? Ulke { get; set; }
}
