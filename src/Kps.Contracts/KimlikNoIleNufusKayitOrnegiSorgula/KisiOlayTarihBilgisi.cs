using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;

/// <summary>The days on which a person's record changed.</summary>
/// <remarks>Wire contracts a.6, a.10: later generation only.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
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
