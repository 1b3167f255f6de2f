using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Kart;

/// <summary>Temporary identity document, valid until the chip card is delivered.</summary>
/// <remarks>Wire contracts a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class TCGeciciKimlikBilgisi
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

    /// <summary>Number of the document.</summary>
    [DataMember]
    public string? BelgeNo { get; set; }

    /// <summary>1 Erkek, 2 Kadın.</summary>
    [DataMember]
    public Parametre? Cinsiyet { get; set; }

    /// <summary>Date of birth as printed.</summary>
    [DataMember]
    public TarihBilgisi? DogumTarih { get; set; }

    /// <summary>Day of issue.</summary>
    [DataMember]
    public TarihBilgisi? DuzenlenmeTarih { get; set; }

    /// <summary>District that issued it.</summary>
    [DataMember]
    public Parametre? DuzenleyenIlce { get; set; }

    /// <summary>Why there is no document to show; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>Former family name.</summary>
    [DataMember]
    public string? OncekiSoyad { get; set; }

    /// <summary>Last day of validity.</summary>
    [DataMember]
    public TarihBilgisi? SonGecerlilikTarih { get; set; }

    /// <summary>Family name as printed.</summary>
    [DataMember]
    public string? Soyad { get; set; }

    /// <summary>The holder's number.</summary>
    [DataMember]
    public long? TCKimlikNo { get; set; }
}
