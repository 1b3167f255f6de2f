using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;

/// <summary>One event of a blue-card holder's nüfus kayıt örneği.</summary>
/// <remarks>Wire contracts a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class NkoMaviKartOlay
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

    /// <summary>Number of the person it befell.</summary>
    [DataMember]
    public long? KisiKimlikNo { get; set; }

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
