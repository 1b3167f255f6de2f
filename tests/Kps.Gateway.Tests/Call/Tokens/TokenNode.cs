using Kps.Gateway.Call.Tokens;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Call.Tokens;

/// <summary>What one node has of the token door.</summary>
internal sealed record TokenNode(TokenKeys Keys, TokenRealm Realm, TokenCache Cache, TokenIssuer Issuer, TokenVerifier Verifier, CapturedLogger<TokenKeys> Log)
    : IDisposable
{
    public IssuedToken Issue(TokenSubject? subject = null)
    {
        var token = Issuer.Issue(subject ?? TokenHouse.Subject);
        Assert.That(token, Is.Not.Null);
        return token!;
    }

    public (TokenFlaw Flaw, TokenClaims? Claims) Verify(string assertion)
    {
        return VerifyCopy(Pasted.Alone(assertion));
    }

    /// <summary>Hands the verifier these very bytes.</summary>
    public (TokenFlaw Flaw, TokenClaims? Claims) VerifyCopy(byte[] copy) => Verifier.VerifyAsync(copy, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public void Dispose()
    {
        Verifier.Dispose();
        Keys.Dispose();
    }
}
