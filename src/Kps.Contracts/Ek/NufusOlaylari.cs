using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>The events of one citizen's record.</summary>
[DataContract(Namespace = KpsNamespaces.Ek)]
public sealed class NufusOlaylari
{
    /// <summary>Why there is nothing to show; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>The number asked for, echoed.</summary>
    [DataMember]
    public long? KimlikNo { get; set; }

    /// <summary>The events.</summary>
    [DataMember]
    public List<NufusOlay>? Olaylar { get; set; }
}
