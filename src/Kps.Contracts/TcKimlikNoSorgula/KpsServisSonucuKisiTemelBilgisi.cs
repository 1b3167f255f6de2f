using System.Runtime.Serialization;
using Kps.Contracts.Kisi;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.TcKimlikNoSorgula;

/// <summary>Type of <c>TcKimlikNoSorgulaResult</c>: an error or the one person the criteria fit. Adds no member of its own.</summary>
/// <remarks>Wire contracts a.4, a.8; the name is the Ministry's, the content a whole TCKisiBilgisi.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class KpsServisSonucuKisiTemelBilgisi : KpsServisSonucu<TCKisiBilgisi>;
