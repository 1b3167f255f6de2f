using Kps.Contracts;

namespace Kps.Gateway.Call.Parsing;

/// <summary>A wsse:Security header meant for us.</summary>
internal sealed class SecurityHeader
{
    /// <summary>True when the header carries a wsu:Timestamp; then every reply and fault must carry one too.</summary>
    public bool HasTimestamp { get; init; }

    /// <summary>wsu:Created of the Timestamp as sent.</summary>
    public string? Created { get; init; }

    /// <summary>wsu:Expires of the Timestamp as sent.</summary>
    public string? Expires { get; init; }

    /// <summary>True when a UsernameToken is present.</summary>
    public bool HasUsernameToken { get; init; }

    /// <summary>wsse:Username as sent.</summary>
    public string? UserName { get; init; }

    /// <summary>wsse:Password as sent; null when the token has none.</summary>
    public Secret? Password { get; init; }

    /// <summary>Password/@Type as sent; absent means text.</summary>
    public string? PasswordType { get; init; }

    /// <summary>The saml:Assertion as <see cref="Tokens.AssertionCopy"/> lifts it out; null when there is none. A credential: goes to the verifier and nowhere else.</summary>
    public byte[]? Assertion { get; init; }

    /// <summary>No content: it holds a password.</summary>
    public override string ToString() => nameof(SecurityHeader);
}
