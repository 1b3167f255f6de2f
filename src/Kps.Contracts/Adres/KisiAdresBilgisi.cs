using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Adres;

/// <summary>The registered address of one person.</summary>
/// <remarks>Wire contracts a.7, a.8. When it is not nil all four parts must be present: one client reads them without asking.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class KisiAdresBilgisi
{
    /// <summary>The whole address in one line.</summary>
    [DataMember]
    public string? AcikAdres { get; set; }

    /// <summary>Number of the address in the national address database (UAVT).</summary>
    [DataMember]
    public long? AdresNo { get; set; }

    /// <summary>1 İl/İlçe Merkezi, 2 Belediye/Belde Adresi, 3 Köy Adresi, 4 Yurt Dışı Adresi: says which of the four parts is filled.</summary>
    [DataMember]
    public Parametre? AdresTip { get; set; }

    /// <summary>Filled for AdresTip 2, else nil.</summary>
    [DataMember]
    public BeldeAdresi? BeldeAdresi { get; set; }

    /// <summary>Day the address was declared.</summary>
    [DataMember]
    public TarihBilgisi? BeyanTarihi { get; set; }

    /// <summary>Number of the person who declared it.</summary>
    [DataMember]
    public long? BeyandaBulunanKimlikNo { get; set; }

    /// <summary>Why there is no address to show; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>Filled for AdresTip 1, else nil.</summary>
    [DataMember]
    public IlIlceMerkezAdresi? IlIlceMerkezAdresi { get; set; }

    /// <summary>Filled for AdresTip 3, else nil.</summary>
    [DataMember]
    public KoyAdresi? KoyAdresi { get; set; }

    /// <summary>Day of moving in.</summary>
    [DataMember]
    public TarihBilgisi? TasinmaTarihi { get; set; }

    /// <summary>Day of registration.</summary>
    [DataMember]
    public TarihBilgisi? TescilTarihi { get; set; }

    /// <summary>Filled for AdresTip 4, else nil.</summary>
    [DataMember]
    public YurtDisiAdresi? YurtDisiAdresi { get; set; }
}
