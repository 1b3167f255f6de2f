using System.Runtime.Serialization;

namespace Kps.Contracts.Ortak;

/// <summary>A date the register may know only in part: a missing month or day is nil and clients read it as 1.</summary>
/// <remarks>Wire contracts a.5, a.8. An unknown date that clients demand is this type with three nil leaves.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class TarihBilgisi
{
    /// <summary>Month, 1–12.</summary>
    [DataMember]
    public int? Ay { get; set; }

    /// <summary>Day of the month, 1–31.</summary>
    [DataMember]
    public int? Gun { get; set; }

    /// <summary>Year, four digits.</summary>
    [DataMember]
    public int? Yil { get; set; }
}
