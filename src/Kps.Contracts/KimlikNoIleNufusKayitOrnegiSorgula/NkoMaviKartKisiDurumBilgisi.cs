using System.Runtime.Serialization;
using Kps.Contracts.Kisi;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;

/// <summary>Status of a person in a blue-card holder's nüfus kayıt örneği.</summary>
/// <remarks>Wire contracts a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class NkoMaviKartKisiDurumBilgisi
{
    /// <summary>1 Açık, 3 Ölüm.</summary>
    [DataMember]
    public Parametre? Durum { get; set; }

    /// <summary>1 Bekar, 2 Evli, 3 Dul/Boşanmış as clients map it; the full list is not published.</summary>
    [DataMember]
    public Parametre? MedeniHal { get; set; }

    /// <summary>Date of death; for the living present with nil leaves, as in <see cref="DurumBilgisi"/>.</summary>
    [DataMember]
    public TarihBilgisi? OlumTarih { get; set; } = new();
}
