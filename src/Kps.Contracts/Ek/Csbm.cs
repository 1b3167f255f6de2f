using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>A street, avenue, boulevard or square: cadde, sokak, bulvar, meydan (UAVT).</summary>
[DataContract(Namespace = KpsNamespaces.Ek)]
public sealed class Csbm
{
    /// <summary>Name.</summary>
    [DataMember]
    public string? Ad { get; set; }

    /// <summary>Code.</summary>
    [DataMember]
    public int? Kod { get; set; }

    /// <summary>Code of its neighbourhood.</summary>
    [DataMember]
    public int? MahalleKod { get; set; }

    /// <summary>Which of them it is.</summary>
    [DataMember]
    public Parametre? Tip { get; set; }
}
