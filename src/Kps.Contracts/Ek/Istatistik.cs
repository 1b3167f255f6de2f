using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>How many events of one kind a place had in a time; no person.</summary>
[DataContract(Namespace = KpsNamespaces.Ek)]
public sealed class Istatistik
{
    /// <summary>The count; nil when there is none to give.</summary>
    [DataMember]
    public long? Adet { get; set; }

    /// <summary>First day counted, echoed; local, without zone.</summary>
    [DataMember]
    public DateTime? BaslangicTarih { get; set; }

    /// <summary>Last day counted, echoed; local, without zone.</summary>
    [DataMember]
    public DateTime? BitisTarih { get; set; }

    /// <summary>Why there is nothing to show; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>Province, echoed.</summary>
    [DataMember]
    public int? IlKod { get; set; }

    /// <summary>District, echoed; nil for the whole province.</summary>
    [DataMember]
    public int? IlceKod { get; set; }

    /// <summary>Kind of event, echoed.</summary>
    [DataMember]
    public IstatistikOlay? Olay { get; set; }
}
