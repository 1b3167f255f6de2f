using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Nesil2017;

/// <summary>One number looked up in the three registers at once. In this generation the address stands inside the container.</summary>
/// <remarks>Wire contracts a.6, a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class BilesikKisiBilgisi
{
    /// <summary>Why no register had the number (Kod 2); nil when one had.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>The number asked for, echoed.</summary>
    [DataMember]
    public long? KimlikNo { get; set; }

    /// <summary>Blue-card register; nil as a whole when the number is not in it, never half filled.</summary>
    [DataMember]
    public MaviKartliKisiKutukleri? MaviKartliKisiKutukleri { get; set; }

    /// <summary>Register of citizens; nil as a whole when the number is not in it.</summary>
    [DataMember]
    public TCVatandasiKisiKutukleri? TCVatandasiKisiKutukleri { get; set; }

    /// <summary>Register of foreigners; nil as a whole when the number is not in it.</summary>
    [DataMember]
    public YabanciKisiKutukleri? YabanciKisiKutukleri { get; set; }
}
