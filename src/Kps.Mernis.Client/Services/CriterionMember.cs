namespace Kps.Mernis.Services;

/// <summary>A member of a criterion.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Type">Local name of its XML Schema type.</param>
/// <param name="Values">The texts that are written, where they are an enumeration's.</param>
internal readonly record struct CriterionMember(string Name, string Type, IReadOnlyList<string>? Values = null);
