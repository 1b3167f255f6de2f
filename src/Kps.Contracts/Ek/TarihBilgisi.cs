using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>A date the register may know only in part: a missing month or day is nil.</summary>
/// <remarks>Same members as the Ministry's type of this name; declared again because a namespace of its own has a schema of its own.</remarks>
[DataContract(Namespace = KpsNamespaces.Ek)]
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
