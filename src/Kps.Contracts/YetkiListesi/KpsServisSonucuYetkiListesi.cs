using System.Runtime.Serialization;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.YetkiListesi;

/// <summary>Type of <c>YetkiListesiResult</c>: an error or the services with what the caller may ask of each. Adds no member of its own.</summary>
/// <remarks>Wire contracts a.4, a.8.</remarks>
[DataContract(Namespace = KpsNamespaces.Service)]
public sealed class KpsServisSonucuYetkiListesi : KpsServisSonucu<List<Service>>;
