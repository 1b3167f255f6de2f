using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Kart;

/// <summary>The blue card of a former citizen.</summary>
/// <remarks>Wire contracts a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class MaviKartBilgisi
{
    /// <summary>Given names as printed.</summary>
    [DataMember]
    public string? Ad { get; set; }

    /// <summary>Mother's name as printed.</summary>
    [DataMember]
    public string? AnneAd { get; set; }

    /// <summary>Father's name as printed.</summary>
    [DataMember]
    public string? BabaAd { get; set; }

    /// <summary>Code of the issuing office.</summary>
    [DataMember]
    public int? Birim { get; set; }

    /// <summary>1 Erkek, 2 Kadın.</summary>
    [DataMember]
    public Parametre? Cinsiyet { get; set; }

    /// <summary>Date of birth as printed.</summary>
    [DataMember]
    public TarihBilgisi? DogumTarih { get; set; }

    /// <summary>Place of birth as printed.</summary>
    [DataMember]
    public string? DogumYer { get; set; }

    /// <summary>Code of the place of birth.</summary>
    [DataMember]
    public int? DogumYerKod { get; set; }

    /// <summary>Why there is no card to show; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>Registration number of the card.</summary>
    [DataMember]
    public long? KartKayitNo { get; set; }

    /// <summary>The holder's number.</summary>
    [DataMember]
    public long? KimlikNo { get; set; }

    /// <summary>1 Bekar, 2 Evli, 3 Dul/Boşanmış as clients map it; the full list is not published.</summary>
    [DataMember]
    public Parametre? MedeniHal { get; set; }

    /// <summary>Number of the card.</summary>
    [DataMember]
    public int? No { get; set; }

    /// <summary>Former family name.</summary>
    [DataMember]
    public string? OncekiSoyad { get; set; }

    /// <summary>Series of the card.</summary>
    [DataMember]
    public string? Seri { get; set; }

    /// <summary>Family name as printed.</summary>
    [DataMember]
    public string? Soyad { get; set; }

    /// <summary>Nationality.</summary>
    [DataMember]
    public Parametre? Uyruk { get; set; }

    /// <summary>Why it was issued.</summary>
    [DataMember]
    public Parametre? VerilisNeden { get; set; }

    /// <summary>Day of issue.</summary>
    [DataMember]
    public TarihBilgisi? VerilmeTarih { get; set; }
}
