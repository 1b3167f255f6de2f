using System.Runtime.Serialization;

namespace Kps.Contracts.YetkiListesi;

/// <summary>One service and what the caller may ask of it.</summary>
/// <remarks>Wire contracts a.4, a.8. Proxies of old read the flags as plain booleans: fill them.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class Service : BaseEntity
{
    /// <summary>What it is for.</summary>
    [DataMember]
    public string? Description { get; set; }

    /// <summary>Whether it is in service.</summary>
    [DataMember]
    public bool? IsActive { get; set; }

    /// <summary>Whether the caller may ask anything of it.</summary>
    [DataMember]
    public bool? IsAuthorized { get; set; }

    /// <summary>Whether the right can be changed.</summary>
    [DataMember]
    public bool? IsEditable { get; set; }

    /// <summary>Its operations.</summary>
    [DataMember]
    public List<Method>? Methods { get; set; }

    /// <summary>Its name.</summary>
    [DataMember]
    public string? Name { get; set; }

    /// <summary>Its contract namespace.</summary>
    [DataMember]
    public string? Namespace { get; set; }

    /// <summary>Its number.</summary>
    [DataMember]
    public int? ServiceNo { get; set; }

    /// <summary>Its address in the test environment.</summary>
    [DataMember]
    public string? ServiceTestUrl { get; set; }

    /// <summary>Its address.</summary>
    [DataMember]
    public string? ServiceUrl { get; set; }
}
