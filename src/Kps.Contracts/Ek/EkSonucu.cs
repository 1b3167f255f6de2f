using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Ek;

/// <summary>What every operation of the second service returns: an error or a result. On the wire <c>{type of the result}Sonucu</c>.</summary>
/// <typeparam name="T">Contract type of the result.</typeparam>
[DataContract(Name = "{0}Sonucu", Namespace = KpsNamespaces.Ek)]
public sealed class EkSonucu<T> : IKpsServisSonucu
    where T : class
{
    /// <summary>Why the whole call has no answer (no right, quota, NVİ silent); nil when there is one.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>The result; nil beside an error.</summary>
    [DataMember]
    public T? Sonuc { get; set; }

    Ortak.Parametre? IKpsServisSonucu.HataBilgisi =>
        HataBilgisi is { } hata ? new Ortak.Parametre { Aciklama = hata.Aciklama, Kod = hata.Kod } : null;
}
