using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.AileBireyleriSorgula;

/// <summary>Type of <c>AileBireyleriSorgulaResult</c>: an error or a family. Adds no member of its own.</summary>
/// <remarks>Wire contracts a.4, a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class KpsServisSonucuAileBilgisi : KpsServisSonucu<AileBilgisi>;
