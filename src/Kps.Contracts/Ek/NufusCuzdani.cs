using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>The paper identity booklet. Of one issued before 1 June 2000 the maliye saymanlığı is told, of a later one the district.</summary>
[DataContract(Namespace = KpsNamespaces.Ek)]
public sealed class NufusCuzdani
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

    /// <summary>Registration number of the booklet.</summary>
    [DataMember]
    public long? CuzdanKayitNo { get; set; }

    /// <summary>"Yeni" for a booklet issued on 1 June 2000 or later, "Eski" for one before; nil when the day is not known.</summary>
    [DataMember]
    public string? CuzdanTuru { get; set; }

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

    /// <summary>Name of the issuing maliye saymanlığı; only before 1 June 2000.</summary>
    [DataMember]
    public string? MaliyeSaymanligi { get; set; }

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

    /// <summary>District that issued it; only from 1 June 2000.</summary>
    [DataMember]
    public Parametre? VerildigiIlce { get; set; }

    /// <summary>Day of issue.</summary>
    [DataMember]
    public TarihBilgisi? VerilmeTarih { get; set; }
}
