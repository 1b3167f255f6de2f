using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Nesil2017;

/// <summary>The paper identity booklet; the mother's name is called AnaAd in this generation.</summary>
/// <remarks>Wire contracts a.6, a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class TCCuzdanBilgisi
{
    /// <summary>Given names as printed.</summary>
    [DataMember]
    public string? Ad { get; set; }

    /// <summary>Mother's name as printed.</summary>
    [DataMember]
    public string? AnaAd { get; set; }

    /// <summary>Father's name as printed.</summary>
    [DataMember]
    public string? BabaAd { get; set; }

    /// <summary>Registration number of the booklet.</summary>
    [DataMember]
    public long? CuzdanKayitNo { get; set; }

    /// <summary>Why it was issued.</summary>
    [DataMember]
    public Parametre? CuzdanVerilmeNeden { get; set; }

    /// <summary>Date of birth as printed.</summary>
    [DataMember]
    public TarihBilgisi? DogumTarih { get; set; }

    /// <summary>Place of birth as printed.</summary>
    [DataMember]
    public string? DogumYer { get; set; }

    /// <summary>Why there is no booklet to show; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>Number, up to six digits.</summary>
    [DataMember]
    public int? No { get; set; }

    /// <summary>Series, a letter and two digits.</summary>
    [DataMember]
    public string? Seri { get; set; }

    /// <summary>Family name as printed.</summary>
    [DataMember]
    public string? Soyad { get; set; }

    /// <summary>The holder's number.</summary>
    [DataMember]
    public long? TCKimlikNo { get; set; }

    /// <summary>District that issued it.</summary>
    [DataMember]
    public Parametre? VerildigiIlce { get; set; }

    /// <summary>Day of issue.</summary>
    [DataMember]
    public TarihBilgisi? VerilmeTarih { get; set; }
}
