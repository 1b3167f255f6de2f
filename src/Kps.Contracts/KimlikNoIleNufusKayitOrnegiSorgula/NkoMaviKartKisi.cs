using System.Runtime.Serialization;
using Kps.Contracts.Kisi;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;

/// <summary>One person of a blue-card holder's nüfus kayıt örneği.</summary>
/// <remarks>Wire contracts a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class NkoMaviKartKisi
{
    /// <summary>Mother's number.</summary>
    [DataMember]
    public long? AnneKimlikNo { get; set; }

    /// <summary>Father's number.</summary>
    [DataMember]
    public long? BabaKimlikNo { get; set; }

    /// <summary>Day of divorce.</summary>
    [DataMember]
    public TarihBilgisi? BosanmaTarih { get; set; }

    /// <summary>Alive or not, marital status.</summary>
    [DataMember]
    public NkoMaviKartKisiDurumBilgisi? DurumBilgisi { get; set; }

    /// <summary>Spouse's number.</summary>
    [DataMember]
    public long? EsKimlikNo { get; set; }

    /// <summary>Day of marriage.</summary>
    [DataMember]
    public TarihBilgisi? EvlenmeTarih { get; set; }

    /// <summary>Why the record is empty; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>The person's own number.</summary>
    [DataMember]
    public long? KimlikNo { get; set; }

    /// <summary>Names, sex and birth.</summary>
    [DataMember]
    public TemelBilgisi? TemelBilgisi { get; set; }

    /// <summary>Day of registration.</summary>
    [DataMember]
    public TarihBilgisi? TescilTarih { get; set; }

    /// <summary>Country of citizenship.</summary>
    [DataMember]
    public Parametre? Ulke { get; set; }

    /// <summary>Relation to the person asked for; 1 = kendisi.</summary>
    [DataMember]
    public Parametre? YakinlikKod { get; set; }
}
