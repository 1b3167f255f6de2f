using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;

/// <summary>One event of a citizen's nüfus kayıt örneği.</summary>
/// <remarks>Wire contracts a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class NkoOlay
{
    /// <summary>Given names of the person it befell.</summary>
    [DataMember]
    public string? Ad { get; set; }

    /// <summary>The register's note (düşünce).</summary>
    [DataMember]
    public string? Dusunce { get; set; }

    /// <summary>Why the record is empty; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>Where the person it befell is registered, by codes.</summary>
    [DataMember]
    public KisiKayitYeriKodBilgisi? KayitYeri { get; set; }

    /// <summary>Number of the event's own record.</summary>
    [DataMember]
    public long? OlayKayitNo { get; set; }

    /// <summary>Day of the event.</summary>
    [DataMember]
    public TarihBilgisi? OlayTarih { get; set; }

    /// <summary>Kind of the event.</summary>
    [DataMember]
    public Parametre? OlayTipi { get; set; }

    /// <summary>Family name of the person it befell.</summary>
    [DataMember]
    public string? Soyad { get; set; }
}
