using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Kisi;

/// <summary>Status of a foreigner.</summary>
/// <remarks>Wire contracts a.5, a.10: later generation only.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class YabanciKisiDurumBilgisi
{
    /// <summary>1 Açık, 3 Ölüm.</summary>
    [DataMember]
    public Parametre? Durum { get; set; }

    /// <summary>1 Bekar, 2 Evli, 3 Dul/Boşanmış as clients map it; the full list is not published.</summary>
    [DataMember]
    public Parametre? MedeniHal { get; set; }

    /// <summary>Date of death, from KisiBilgisi/OlumTarih; for the living the element is absent, neither nil nor empty (clients crash).</summary>
    [DataMember(EmitDefaultValue = false)]
    public TarihBilgisi? OlumTarih { get; set; }
}
