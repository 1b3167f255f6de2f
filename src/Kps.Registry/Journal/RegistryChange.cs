namespace Kps.Registry.Journal;

/// <summary>
/// One change of the registry, for the journal. It is kept for eight years and outlives every key, so it names people by number only:
/// no name, no user name, no T.C. kimlik no, no password.
/// </summary>
/// <param name="Act">What was done.</param>
/// <param name="Detail">The changed values, old → new: states, dates, addresses, operations, legal grounds.</param>
public sealed record RegistryChange(RegistryAct Act, string Detail)
{
    /// <summary>Registry number of the user it was done to.</summary>
    public int? UserId { get; init; }

    /// <summary>Registry number of the institution it was done to, or whose user, range or right it is.</summary>
    public int? InstitutionId { get; init; }

    /// <summary>Any other row: <c>range:17</c>, <c>application:3</c>, <c>entitlement:8</c>, <c>field:21</c>, <c>assignment:2</c>, <c>token-key:1</c>.</summary>
    public string? Target { get; init; }

    /// <summary>SHA-256 of the public key in question: 32 bytes, or empty.</summary>
    public ReadOnlyMemory<byte> Sha256 { get; init; }
}
