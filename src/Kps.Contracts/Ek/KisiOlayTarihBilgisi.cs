using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>The days on which a person's record changed.</summary>
/// <remarks>Same members as the Ministry's type of this name; declared again because a namespace of its own has a schema of its own.</remarks>
[DataContract(Namespace = KpsNamespaces.Ek)]
public sealed class KisiOlayTarihBilgisi
{
    /// <summary>Day of divorce.</summary>
    [DataMember]
    public TarihBilgisi? BosanmaTarih { get; set; }

    /// <summary>Day of marriage.</summary>
    [DataMember]
    public TarihBilgisi? EvlenmeTarih { get; set; }

    /// <summary>Day of registration.</summary>
    [DataMember]
    public TarihBilgisi? TescilTarih { get; set; }
}
