using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>One event of a citizen's record.</summary>
[DataContract(Namespace = KpsNamespaces.Ek)]
public sealed class NufusOlay
{
    /// <summary>The register's words for it.</summary>
    [DataMember]
    public string? Aciklama { get; set; }

    /// <summary>Number of the event's own record.</summary>
    [DataMember]
    public long? OlayKayitNo { get; set; }

    /// <summary>Day of the event.</summary>
    [DataMember]
    public TarihBilgisi? OlayTarih { get; set; }

    /// <summary>Kind of the event.</summary>
    [DataMember]
    public Parametre? OlayTipi { get; set; }
}
