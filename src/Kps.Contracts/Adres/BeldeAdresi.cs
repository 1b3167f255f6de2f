using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Adres;

/// <summary>Address in a town municipality.</summary>
/// <remarks>Wire contracts a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class BeldeAdresi
{
    /// <summary>State of the independent section (flat, shop).</summary>
    [DataMember]
    public Parametre? BagimsizBolumDurum { get; set; }

    /// <summary>Kind of the independent section.</summary>
    [DataMember]
    public Parametre? BagimsizBolumTipi { get; set; }

    /// <summary>Cadastral block of the building.</summary>
    [DataMember]
    public string? BinaAda { get; set; }

    /// <summary>Name of the block within a site.</summary>
    [DataMember]
    public string? BinaBlokAdi { get; set; }

    /// <summary>State of the building.</summary>
    [DataMember]
    public Parametre? BinaDurum { get; set; }

    /// <summary>Building code in the national address database (UAVT).</summary>
    [DataMember]
    public long? BinaKodu { get; set; }

    /// <summary>Building number in the national address database (UAVT).</summary>
    [DataMember]
    public int? BinaNo { get; set; }

    /// <summary>How the building is numbered.</summary>
    [DataMember]
    public Parametre? BinaNumaratajTipi { get; set; }

    /// <summary>Cadastral sheet.</summary>
    [DataMember]
    public string? BinaPafta { get; set; }

    /// <summary>Cadastral parcel.</summary>
    [DataMember]
    public string? BinaParsel { get; set; }

    /// <summary>Name of the housing estate.</summary>
    [DataMember]
    public string? BinaSiteAdi { get; set; }

    /// <summary>Building type.</summary>
    [DataMember]
    public Parametre? BinaYapiTipi { get; set; }

    /// <summary>Street name: cadde, sokak, bulvar or meydan.</summary>
    [DataMember]
    public string? Csbm { get; set; }

    /// <summary>Street code in the national address database (UAVT).</summary>
    [DataMember]
    public int? CsbmKodu { get; set; }

    /// <summary>Outer door number; text, it may read 12/A.</summary>
    [DataMember]
    public string? DisKapiNo { get; set; }

    /// <summary>Why this address is empty; nil when it is not.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>Inner door number; text.</summary>
    [DataMember]
    public string? IcKapiNo { get; set; }

    /// <summary>Province name.</summary>
    [DataMember]
    public string? Il { get; set; }

    /// <summary>Province code.</summary>
    [DataMember]
    public int? IlKodu { get; set; }

    /// <summary>District name.</summary>
    [DataMember]
    public string? Ilce { get; set; }

    /// <summary>District code.</summary>
    [DataMember]
    public int? IlceKodu { get; set; }

    /// <summary>Floor; text.</summary>
    [DataMember]
    public string? KatNo { get; set; }

    /// <summary>Village name.</summary>
    [DataMember]
    public string? Koy { get; set; }

    /// <summary>Registration number of the village.</summary>
    [DataMember]
    public long? KoyKayitNo { get; set; }

    /// <summary>Village code.</summary>
    [DataMember]
    public long? KoyKodu { get; set; }

    /// <summary>Neighbourhood name.</summary>
    [DataMember]
    public string? Mahalle { get; set; }

    /// <summary>Neighbourhood code.</summary>
    [DataMember]
    public int? MahalleKodu { get; set; }

    /// <summary>Number of the independent section in the land register.</summary>
    [DataMember]
    public string? TapuBagimsizBolumNo { get; set; }

    /// <summary>What the building is used for.</summary>
    [DataMember]
    public Parametre? YapiKullanimAmac { get; set; }

    /// <summary>Floors below the road.</summary>
    [DataMember]
    public int? YolAltiKatSayisi { get; set; }

    /// <summary>Floors above the road.</summary>
    [DataMember]
    public int? YolUstuKatSayisi { get; set; }
}
