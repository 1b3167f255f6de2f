using System.Runtime.Serialization;

namespace Kps.Contracts.YetkiListesi;

/// <summary>One argument or returned field and the caller's right to it.</summary>
/// <remarks>Wire contracts a.4, a.8. Proxies of old read the flags as plain booleans: fill them.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class Property
{
    /// <summary>Whether the caller gets it, or may ask with it.</summary>
    [DataMember]
    public bool? IsAuthorized { get; set; }

    /// <summary>Whether the right can be changed.</summary>
    [DataMember]
    public bool? IsEditable { get; set; }

    /// <summary>The member's name.</summary>
    [DataMember]
    public string? Name { get; set; }

    /// <summary>The members of its type; nil or empty for a leaf.</summary>
    [DataMember]
    public List<Property>? SubProperties { get; set; }

    /// <summary>The name of its type.</summary>
    [DataMember]
    public string? Type { get; set; }
}
