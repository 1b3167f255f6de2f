namespace Kps.Gateway.Call.Tokens;

/// <summary>Verifies assertions.</summary>
internal sealed class TokenVerifier
{
    /// <summary>Verifies one assertion; a text seen before costs a hash and a look-up. Time is checked on every call.</summary>
    /// <param name="assertion">The one <c>saml:Assertion</c> of the message as the envelope reader hands it over: UTF-8, self-contained, comments dropped.</param>
    /// <param name="claims">What it says, when nothing is wrong; and when it is genuine but out of time.</param>
    /// <returns>What is wrong.</returns>
    public TokenFlaw Verify(ReadOnlySpan<byte> assertion, out TokenClaims? claims) => throw new NotSupportedException();
}
