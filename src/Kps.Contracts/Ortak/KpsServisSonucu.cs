using System.Runtime.Serialization;

namespace Kps.Contracts.Ortak;

/// <summary>
/// What every operation returns: an error or a result. The framework names it <c>KpsServisSonucuOf{T}ZmZ26SC9</c> on the wire;
/// the suffix is its own hash of the service namespace and is never written by hand.
/// </summary>
/// <typeparam name="T">Contract type of the result.</typeparam>
/// <remarks>Wire contracts a.5. The elements of operations are of an empty type derived from this one.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public abstract class KpsServisSonucu<T> : IKpsServisSonucu
    where T : class
{
    /// <inheritdoc />
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>The result. On the Bilesik operations never nil, whatever happened: clients read it before they look for an error.</summary>
    [DataMember]
    public T? Sonuc { get; set; }
}
