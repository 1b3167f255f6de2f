namespace Kps.Gateway.Call.Tokens;

/// <summary>Writes and signs assertions.</summary>
internal sealed class TokenIssuer
{
    /// <summary>Issues a token and makes it known to the verifier's cache of this node.</summary>
    /// <param name="subject">What it binds.</param>
    /// <returns>Null when no key may sign.</returns>
    public IssuedToken? Issue(TokenSubject subject) => throw new NotSupportedException();
}
