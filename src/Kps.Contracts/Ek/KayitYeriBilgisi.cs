using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>Where a family is entered in the register of citizens.</summary>
/// <remarks>Same members as the Ministry's type of this name; declared again because a namespace of its own has a schema of its own.</remarks>
[DataContract(Namespace = KpsNamespaces.Ek)]
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
