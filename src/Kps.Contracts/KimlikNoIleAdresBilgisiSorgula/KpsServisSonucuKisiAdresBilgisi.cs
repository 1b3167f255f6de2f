using System.Runtime.Serialization;
using Kps.Contracts.Adres;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.KimlikNoIleAdresBilgisiSorgula;

/// <summary>Type of <c>KimlikNoIleAdresBilgisiSorgulaResult</c>: an error or an address. Adds no member of its own.</summary>
/// <remarks>Wire contracts a.4, a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class KpsServisSonucuKisiAdresBilgisi : KpsServisSonucu<KisiAdresBilgisi>;
