using System.Runtime.Serialization;
using Kps.Contracts.Adres;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.BilesikKisiSorgula;

/// <summary>One number looked up in the three registers at once: citizens, blue-card holders, foreigners.</summary>
/// <remarks>Wire contracts a.5, a.10. Clients look at MaviKartli first, then TCVatandasi, then Yabanci, and break when one of the three is missing.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class BilesikKisiBilgisi
{
    /// <summary>Address of residence; always nil for BilesikKisiSorgula, which is entitled without address.</summary>
    [DataMember]
    public KisiAdresBilgisi? AdresBilgisi { get; set; }

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
