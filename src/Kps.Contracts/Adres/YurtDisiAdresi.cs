using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Adres;

/// <summary>Address abroad.</summary>
/// <remarks>Wire contracts a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class YurtDisiAdresi
{
    /// <summary>Day a correction was declared at the mission; local, without zone.</summary>
    [DataMember]
    public DateTime? DisTemsDuzeltmeBeyanTarih { get; set; }

    /// <summary>Day the mission decided on it; local, without zone.</summary>
    [DataMember]
    public DateTime? DisTemsDuzeltmeKararTarih { get; set; }

    /// <summary>Why it was corrected.</summary>
    [DataMember]
    public Parametre? DisTemsDuzeltmeNeden { get; set; }

    /// <summary>Diplomatic mission.</summary>
    [DataMember]
    public Parametre? DisTemsilcilik { get; set; }

    /// <summary>Why this address is empty; nil when it is not.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>The address as declared.</summary>
    [DataMember]
    public string? YabanciAdres { get; set; }

    /// <summary>City.</summary>
    [DataMember]
    public string? YabanciSehir { get; set; }

    /// <summary>Country.</summary>
    [DataMember]
    public Parametre? YabanciUlke { get; set; }
}
