using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>A province (UAVT).</summary>
[DataContract(Namespace = KpsNamespaces.Ek)]
public sealed class Il
{
    /// <summary>Name.</summary>
    [DataMember]
    public string? Ad { get; set; }

    /// <summary>Code.</summary>
    [DataMember]
    public int? Kod { get; set; }
}
