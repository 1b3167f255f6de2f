namespace Kps.Gateway.Call.Tokens;

/// <summary>A token on its way to its owner.</summary>
/// <param name="AssertionId">For the references of the reply.</param>
/// <param name="Created">Start of the lifetime.</param>
/// <param name="Expires">End of the lifetime.</param>
/// <param name="Assertion">The signed <c>saml:Assertion</c>, ASCII, no white space between elements; written into the reply as it is.</param>
internal sealed record IssuedToken(string AssertionId, DateTimeOffset Created, DateTimeOffset Expires, string Assertion)
{
    /// <summary>The id only: the assertion is a credential.</summary>
    public override string ToString() => AssertionId;
}
