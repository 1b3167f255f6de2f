using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.BilesikKisiSorgula;

/// <summary>Type of <c>BilesikKisiSorgulaResult</c> and <c>BilesikKisiveAdresSorgulaResult</c>: an error or a person. Adds no member of its own.</summary>
/// <remarks>Wire contracts a.5, a.8. <see cref="BilesikKisiSonuclari"/> builds the shapes that carry no person.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class KpsServisSonucuBilesikKisiBilgisi : KpsServisSonucu<BilesikKisiBilgisi>;
