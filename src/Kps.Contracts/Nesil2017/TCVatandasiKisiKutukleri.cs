using System.Runtime.Serialization;
using Kps.Contracts.Adres;
using Kps.Contracts.Kart;
using Kps.Contracts.Kisi;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Nesil2017;

/// <summary>What the register of citizens holds on one person, with the address.</summary>
/// <remarks>Wire contracts a.6, a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class TCVatandasiKisiKutukleri
{
    /// <summary>Address of residence: in this generation inside the container; nil when it was not asked for or there is none.</summary>
    [DataMember]
    public KisiAdresBilgisi? AdresBilgisi { get; set; }

    /// <summary>Temporary identity document, if one was issued.</summary>
    [DataMember]
    public TCGeciciKimlikBilgisi? GeciciKimlikBilgisi { get; set; }

    /// <summary>Why the person was not found or not shown; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>The civil-status record.</summary>
    [DataMember]
    public TCKisiBilgisi? KisiBilgisi { get; set; }

    /// <summary>The old paper identity booklet.</summary>
    [DataMember]
    public TCCuzdanBilgisi? NufusCuzdaniBilgisi { get; set; }

    /// <summary>The chip identity card.</summary>
    [DataMember]
    public TCKK? TCKKBilgisi { get; set; }
}
