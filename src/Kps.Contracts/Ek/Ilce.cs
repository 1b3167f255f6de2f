using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>A district (UAVT).</summary>
[DataContract(Namespace = KpsNamespaces.Ek)]
public sealed class Ilce
{
    /// <summary>Name.</summary>
    [DataMember]
    public string? Ad { get; set; }

    /// <summary>Code of its province.</summary>
    [DataMember]
    public int? IlKod { get; set; }

    /// <summary>Code.</summary>
    [DataMember]
    public int? Kod { get; set; }
}
