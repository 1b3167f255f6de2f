using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>Names, sex and birth.</summary>
/// <remarks>Same members as the Ministry's type of this name; declared again because a namespace of its own has a schema of its own.</remarks>
[DataContract(Namespace = KpsNamespaces.Ek)]
public sealed class TemelBilgisi
{
    /// <summary>Given names.</summary>
    [DataMember]
    public string? Ad { get; set; }

    /// <summary>Mother's name.</summary>
    [DataMember]
    public string? AnneAd { get; set; }

    /// <summary>Father's name.</summary>
    [DataMember]
    public string? BabaAd { get; set; }

    /// <summary>1 Erkek, 2 Kadın.</summary>
    [DataMember]
    public Parametre? Cinsiyet { get; set; }

    /// <summary>Date of birth.</summary>
    [DataMember]
    public TarihBilgisi? DogumTarih { get; set; }

    /// <summary>Place of birth.</summary>
    [DataMember]
    public string? DogumYer { get; set; }

    /// <summary>Family name.</summary>
    [DataMember]
    public string? Soyad { get; set; }
}
