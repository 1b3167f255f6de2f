using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>Events that can be counted; on the wire the member's name.</summary>
[DataContract(Namespace = KpsNamespaces.Ek)]
public enum IstatistikOlay
{
    /// <summary>Fail-closed default: not said. Not a value of the contract: the writer refuses it.</summary>
    None = 0,

    /// <summary>Births.</summary>
    [EnumMember]
    Dogum = 1,

    /// <summary>Deaths.</summary>
    [EnumMember]
    Olum = 2,

    /// <summary>Marriages.</summary>
    [EnumMember]
    Evlenme = 3,

    /// <summary>Divorces.</summary>
    [EnumMember]
    Bosanma = 4,
}
