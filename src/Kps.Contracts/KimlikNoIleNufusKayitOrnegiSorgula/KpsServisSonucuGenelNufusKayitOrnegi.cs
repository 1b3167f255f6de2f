using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;

/// <summary>Type of <c>KimlikNoIleNufusKayitOrnegiSorgulaResult</c>: an error or a nüfus kayıt örneği. Adds no member of its own.</summary>
/// <remarks>Wire contracts a.4, a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class KpsServisSonucuGenelNufusKayitOrnegi : KpsServisSonucu<GenelNufusKayitOrnegi>;
