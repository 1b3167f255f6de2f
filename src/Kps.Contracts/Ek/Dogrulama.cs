using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>Whether what was asked is right. Nothing of the person is in it.</summary>
[DataContract(Namespace = KpsNamespaces.Ek)]
public sealed class Dogrulama
{
    /// <summary>True when every criterion agreed; nil only beside an error.</summary>
    [DataMember]
    public bool? Dogrulandi { get; set; }

    /// <summary>Why it could not be said; nil when it could.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }
}
