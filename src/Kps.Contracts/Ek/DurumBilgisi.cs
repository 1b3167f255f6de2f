using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>Status of a citizen.</summary>
/// <remarks>Same members as the Ministry's type of this name; declared again because a namespace of its own has a schema of its own.</remarks>
[DataContract(Namespace = KpsNamespaces.Ek)]
public sealed class DurumBilgisi
{
    /// <summary>Religion; nil unless an entitlement of its own says otherwise.</summary>
    [DataMember]
    public Parametre? Din { get; set; }

    /// <summary>1 Açık, 3 Ölüm.</summary>
    [DataMember]
    public Parametre? Durum { get; set; }

    /// <summary>1 Bekar, 2 Evli, 3 Dul/Boşanmış as clients map it; the full list is not published.</summary>
    [DataMember]
    public Parametre? MedeniHal { get; set; }

    /// <summary>Date of death; nil or nil leaves for the living.</summary>
    [DataMember]
    public TarihBilgisi? OlumTarih { get; set; }
}
