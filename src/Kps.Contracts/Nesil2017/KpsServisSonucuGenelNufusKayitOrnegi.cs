using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Nesil2017;

/// <summary>Type of <c>KimlikNoIleNufusKayitOrnegiSorgulaResult</c> in the 2017 generation.</summary>
/// <remarks>Wire contracts a.6, a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class KpsServisSonucuGenelNufusKayitOrnegi : KpsServisSonucu<GenelNufusKayitOrnegi>;
