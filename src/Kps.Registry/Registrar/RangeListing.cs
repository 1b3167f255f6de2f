using Kps.Registry.Addresses;

namespace Kps.Registry.Registrar;

/// <summary>A range in a list.</summary>
/// <param name="KurumKodu">Whose it is.</param>
/// <param name="Range">The row.</param>
public sealed record RangeListing(int KurumKodu, IpRange Range);
