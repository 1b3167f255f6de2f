namespace Kps.Mernis.Services;

/// <summary>A member of a criterion.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Type">Local name of its XML Schema type.</param>
internal sealed record CriterionMember(string Name, string Type)
{
    /// <summary>True when a query may leave it out.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The texts that are written, where they are an enumeration's; otherwise none.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
