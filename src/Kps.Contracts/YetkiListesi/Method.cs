using System.Runtime.Serialization;

namespace Kps.Contracts.YetkiListesi;

/// <summary>One operation and the caller's right to it.</summary>
/// <remarks>Wire contracts a.4, a.8. Proxies of old read the flags as plain booleans: fill them.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class Method
{
    /// <summary>What it is asked with; the misspelling is the contract's.</summary>
    [DataMember]
    public List<Property>? Argumans { get; set; }

    /// <summary>What it answers.</summary>
    [DataMember]
    public string? Description { get; set; }

    /// <summary>Whether the caller may ask it.</summary>
    [DataMember]
    public bool? IsAuthorized { get; set; }

    /// <summary>Whether the right can be changed.</summary>
    [DataMember]
    public bool? IsEditable { get; set; }

    /// <summary>Its name.</summary>
    [DataMember]
    public string? Name { get; set; }

    /// <summary>What it returns, field by field.</summary>
    [DataMember]
    public List<Property>? ReturnProperties { get; set; }
}
