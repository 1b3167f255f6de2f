using System.Text;
using System.Xml;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Call.Tokens;

/// <summary>Writes and signs assertions.</summary>
/// <param name="keys">Who signs.</param>
/// <param name="realm">Who issues, for which service.</param>
/// <param name="cache">Told of every token.</param>
/// <param name="options">How long they live.</param>
/// <param name="time">When they are issued.</param>
/// <param name="newId">Draws the AssertionID; null for <see cref="Guid.NewGuid"/>.</param>
internal sealed class TokenIssuer(
    TokenKeys keys, TokenRealm realm, TokenCache cache, IOptions<TokenOptions> options, TimeProvider time, Func<Guid>? newId = null)
{
    private readonly Func<Guid> _newId = newId ?? Guid.NewGuid;

    /// <summary>Issues a token and makes it known to the verifier's cache of this node.</summary>
    /// <param name="subject">What it binds.</param>
    /// <returns>Null when no key may sign.</returns>
    public IssuedToken? Issue(TokenSubject subject)
    {
        var now = time.GetUtcNow();
        if (keys.Ring.Signing(now) is not { } key)
        {
            return null;
        }

        // Milliseconds are what the assertion says; the claims of a fresh token are those that are read from it later.
        var created = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        var claims = new TokenClaims
        {
            AssertionId = $"_{_newId():D}",
            IssuedAt = created,
            NotOnOrAfter = created + options.Value.Lifetime,
            KeyId = key.Id,
            Subject = subject,
        };
        var assertion = AssertionText.Write(claims, realm, key);
        cache.Add(AsItComesBack(assertion), key, claims);
        return new IssuedToken(claims.AssertionId, claims.IssuedAt, claims.NotOnOrAfter, assertion);
    }

    /// <summary>The bytes the verifier is handed when a client sends the assertion as it got it.</summary>
    private static byte[] AsItComesBack(string assertion)
    {
        using var reader = XmlReader.Create(new MemoryStream(Encoding.ASCII.GetBytes(assertion)), TokenVerifier.ReaderSettings);
        reader.MoveToContent();
        return AssertionCopy.Read(reader);
    }
}
