using System.Runtime.Serialization;

namespace Kps.Contracts.YetkiListesi;

/// <summary>What the Ministry's catalogue keeps of every entry. Its members come before those of the derived type.</summary>
/// <remarks>Wire contracts a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public class BaseEntity
{
    /// <summary>Who entered it.</summary>
    [DataMember]
    public int? CreatedBy { get; set; }

    /// <summary>When it was entered; local, without zone.</summary>
    [DataMember]
    public DateTime? CreatedOn { get; set; }

    /// <summary>Its key.</summary>
    [DataMember]
    public string? Id { get; set; }

    /// <summary>Who changed it last.</summary>
    [DataMember]
    public int? ModifiedBy { get; set; }

    /// <summary>When it was changed last; local, without zone.</summary>
    [DataMember]
    public DateTime? ModifiedOn { get; set; }
}
