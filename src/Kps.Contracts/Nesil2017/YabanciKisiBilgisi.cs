using System.Runtime.Serialization;
using Kps.Contracts.Kisi;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Nesil2017;

/// <summary>Record of a foreigner; this generation knows no DurumBilgisi.</summary>
/// <remarks>Wire contracts a.6, a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class YabanciKisiBilgisi
{
    /// <summary>Mother's number.</summary>
    [DataMember]
    public long? AnneKimlikNo { get; set; }

    /// <summary>Father's number.</summary>
    [DataMember]
    public long? BabaKimlikNo { get; set; }

    /// <summary>Why the permit has no end date.</summary>
    [DataMember]
    public Parametre? BitisTarihiBelirsizOlmaNeden { get; set; }

    /// <summary>Date of birth; the same stands in TemelBilgisi.</summary>
    [DataMember]
    public TarihBilgisi? DogumTarih { get; set; }

    /// <summary>Code of the place of birth.</summary>
    [DataMember]
    public int? DogumYerKod { get; set; }

    /// <summary>Spouse's number.</summary>
    [DataMember]
    public long? EsKimlikNo { get; set; }

    /// <summary>The number under which the same person is known elsewhere.</summary>
    [DataMember]
    public long? GercekKisiKimlikNo { get; set; }

    /// <summary>Why the record is empty; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>Start of the permit; local date without zone.</summary>
    [DataMember]
    public DateTime? IzinBaslangicTarih { get; set; }

    /// <summary>End of the permit; local date without zone.</summary>
    [DataMember]
    public DateTime? IzinBitisTarih { get; set; }

    /// <summary>Province that issued the permit.</summary>
    [DataMember]
    public Parametre? IzinDuzenlenenIl { get; set; }

    /// <summary>Number of the permit.</summary>
    [DataMember]
    public string? IzinNo { get; set; }

    /// <summary>Authority the record came from.</summary>
    [DataMember]
    public Parametre? KaynakBirim { get; set; }

    /// <summary>The number gained if the person became a citizen.</summary>
    [DataMember]
    public long? KazanilanTCKimlikNo { get; set; }

    /// <summary>The person's own number (99…, 98…).</summary>
    [DataMember]
    public long? KimlikNo { get; set; }

    /// <summary>Date of death; nil or nil leaves for the living.</summary>
    [DataMember]
    public TarihBilgisi? OlumTarih { get; set; }

    /// <summary>Names, sex and birth.</summary>
    [DataMember]
    public TemelBilgisi? TemelBilgisi { get; set; }

    /// <summary>Nationality.</summary>
    [DataMember]
    public Parametre? Uyruk { get; set; }
}
