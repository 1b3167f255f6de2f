using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>The chip identity card (Türkiye Cumhuriyeti Kimlik Kartı).</summary>
/// <remarks>Same members as the Ministry's type of this name; declared again because a namespace of its own has a schema of its own.</remarks>
[DataContract(Namespace = KpsNamespaces.Ek)]
public sealed class TCKK
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

    /// <summary>Why the card was applied for.</summary>
    [DataMember]
    public Parametre? BasvuruNeden { get; set; }

    /// <summary>1 Erkek, 2 Kadın.</summary>
    [DataMember]
    public Parametre? Cinsiyet { get; set; }

    /// <summary>Date of birth as printed.</summary>
    [DataMember]
    public TarihBilgisi? DogumTarih { get; set; }

    /// <summary>Place of birth.</summary>
    [DataMember]
    public string? DogumYer { get; set; }

    /// <summary>Why there is no card to show; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>Registration number of the card.</summary>
    [DataMember]
    public long? KayitNo { get; set; }

    /// <summary>Serial number, a letter, two digits, a letter, five digits.</summary>
    [DataMember]
    public string? SeriNo { get; set; }

    /// <summary>Last day of validity.</summary>
    [DataMember]
    public TarihBilgisi? SonGecerlilikTarih { get; set; }

    /// <summary>Family name as printed.</summary>
    [DataMember]
    public string? Soyad { get; set; }

    /// <summary>The holder's number.</summary>
    [DataMember]
    public long? TCKimlikNo { get; set; }

    /// <summary>Office that handed the card over.</summary>
    [DataMember]
    public Parametre? TeslimEdenBirim { get; set; }

    /// <summary>Day it was handed over.</summary>
    [DataMember]
    public TarihBilgisi? TeslimTarih { get; set; }

    /// <summary>Issuing authority as printed.</summary>
    [DataMember]
    public string? VerenMakam { get; set; }
}
