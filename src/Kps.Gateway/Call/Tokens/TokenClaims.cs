namespace Kps.Gateway.Call.Tokens;

/// <summary>What a verified assertion says. Only <see cref="TokenVerifier"/> makes one.</summary>
internal sealed record TokenClaims
{
    public required string AssertionId { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset NotOnOrAfter { get; init; }

    /// <summary>Number of the key that signed it.</summary>
    public required int KeyId { get; init; }

    public required TokenSubject Subject { get; init; }

    /// <summary>Registry numbers only.</summary>
    public override string ToString() => Subject.ToString();
}
