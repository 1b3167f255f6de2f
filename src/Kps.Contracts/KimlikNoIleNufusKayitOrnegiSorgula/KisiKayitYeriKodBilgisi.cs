using System.Runtime.Serialization;

namespace Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;

/// <summary>A place of entry in the register of citizens by codes alone.</summary>
/// <remarks>Wire contracts a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
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
