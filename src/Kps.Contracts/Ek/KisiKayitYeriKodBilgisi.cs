using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>A place of entry in the register of citizens by codes alone.</summary>
/// <remarks>Same members as the Ministry's type of this name; declared again because a namespace of its own has a schema of its own.</remarks>
[DataContract(Namespace = KpsNamespaces.Ek)]
public sealed class KisiKayitYeriKodBilgisi
{
    /// <summary>Number of the family in the volume.</summary>
    [DataMember]
    public int? AileSiraNo { get; set; }

    /// <summary>Number of the person in the family.</summary>
    [DataMember]
    public int? BireySiraNo { get; set; }

    /// <summary>Code of the volume.</summary>
    [DataMember]
    public int? CiltKod { get; set; }

    /// <summary>Code of the district.</summary>
    [DataMember]
    public int? IlceKod { get; set; }
}
