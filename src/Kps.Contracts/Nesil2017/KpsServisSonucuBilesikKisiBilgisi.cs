using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Nesil2017;

/// <summary>Type of the results of both Bilesik operations in the 2017 generation.</summary>
/// <remarks>Wire contracts a.6, a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class KpsServisSonucuBilesikKisiBilgisi : KpsServisSonucu<BilesikKisiBilgisi>;
