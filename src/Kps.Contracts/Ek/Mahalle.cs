using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>A neighbourhood (UAVT).</summary>
[DataContract(Namespace = KpsNamespaces.Ek)]
public sealed class Mahalle
{
    /// <summary>Name.</summary>
    [DataMember]
    public string? Ad { get; set; }

    /// <summary>Code of its district.</summary>
    [DataMember]
    public int? IlceKod { get; set; }

    /// <summary>Code.</summary>
    [DataMember]
    public int? Kod { get; set; }
}
