using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Kisi;

/// <summary>Where a family is entered in the register of citizens.</summary>
/// <remarks>Wire contracts a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class KayitYeriBilgisi
{
    /// <summary>Number of the family in the volume.</summary>
    [DataMember]
    public int? AileSiraNo { get; set; }

    /// <summary>Number of the person in the family.</summary>
    [DataMember]
    public int? BireySiraNo { get; set; }

    /// <summary>Volume.</summary>
    [DataMember]
    public Parametre? Cilt { get; set; }

    /// <summary>Province.</summary>
    [DataMember]
    public Parametre? Il { get; set; }

    /// <summary>District.</summary>
    [DataMember]
    public Parametre? Ilce { get; set; }
}
