using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Kisi;

/// <summary>Status of a citizen or blue-card holder.</summary>
/// <remarks>Wire contracts a.5, a.7, a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class DurumBilgisi
{
    /// <summary>Religion; always nil in this generation (a.6), kept because the type has it.</summary>
    [DataMember]
    public Parametre? Din { get; set; }

    /// <summary>1 Açık, 3 Ölüm.</summary>
    [DataMember]
    public Parametre? Durum { get; set; }

    /// <summary>1 Bekar, 2 Evli, 3 Dul/Boşanmış as clients map it; the full list is not published.</summary>
    [DataMember]
    public Parametre? MedeniHal { get; set; }

    /// <summary>Date of death; for the living present with nil leaves, never nil as a whole (clients crash).</summary>
    [DataMember]
    public TarihBilgisi? OlumTarih { get; set; } = new();
}
