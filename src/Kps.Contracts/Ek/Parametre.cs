using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>A code with its text: every coded value of the register and every <c>HataBilgisi</c>.</summary>
/// <remarks>Same members as the Ministry's type of this name; declared again because a namespace of its own has a schema of its own.</remarks>
[DataContract(Namespace = KpsNamespaces.Ek)]
public sealed class Parametre
{
    /// <summary>The text, as the register words it.</summary>
    [DataMember]
    public string? Aciklama { get; set; }

    /// <summary>The code; for a <c>HataBilgisi</c> 2 = no record, 8 = no right, 10 = empty criterion.</summary>
    [DataMember]
    public int? Kod { get; set; }
}
