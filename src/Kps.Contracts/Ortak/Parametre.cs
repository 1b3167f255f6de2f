using System.Runtime.Serialization;

namespace Kps.Contracts.Ortak;

/// <summary>A code with its text: every coded value of the register and every <c>HataBilgisi</c>.</summary>
/// <remarks>Wire contracts a.8; code values a.7.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class Parametre
{
    /// <summary>The text, as the register words it.</summary>
    [DataMember]
    public string? Aciklama { get; set; }

    /// <summary>The code; for a <c>HataBilgisi</c> 2 = no record, 8 = no right, 10 = empty criterion (b.6).</summary>
    [DataMember]
    public int? Kod { get; set; }
}
