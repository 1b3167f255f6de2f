using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>One event of a nüfus kayıt örneği.</summary>
/// <remarks>Same members as the Ministry's type of this name; declared again because a namespace of its own has a schema of its own.</remarks>
[DataContract(Namespace = KpsNamespaces.Ek)]
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
