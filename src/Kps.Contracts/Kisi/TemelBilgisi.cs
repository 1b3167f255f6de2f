using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Kisi;

/// <summary>Names, sex and birth; the same shape in all three registers.</summary>
/// <remarks>Wire contracts a.5, a.7, a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
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

    /// <summary>1 Erkek, 2 Kadın. One client cannot read an answer without it.</summary>
    [DataMember]
    public Parametre? Cinsiyet { get; set; }

    /// <summary>Date of birth; present even when its leaves are nil. One client cannot read an answer without the year.</summary>
    [DataMember]
    public TarihBilgisi? DogumTarih { get; set; } = new();

    /// <summary>Place of birth.</summary>
    [DataMember]
    public string? DogumYer { get; set; }

    /// <summary>Family name.</summary>
    [DataMember]
    public string? Soyad { get; set; }
}
