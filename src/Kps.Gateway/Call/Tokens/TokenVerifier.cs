using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Xml;

namespace Kps.Gateway.Call.Tokens;

/// <summary>
/// Verifies assertions. The signature counts only by a key of ours, with one set of algorithms, over the whole of the one element the claims are read
/// from; that element stands in a document of its own, so nothing can be wrapped around it.
/// </summary>
internal sealed class TokenVerifier(TokenKeys keys, TokenRealm realm, TokenCache cache, TimeProvider time) : IDisposable
{
    /// <summary>How far clocks may be off, at both ends of a token's time.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    // A verification takes less than half a millisecond of one core: whoever is not served within this wait stands in a flood.
    private static readonly TimeSpan MaxWait = TimeSpan.FromMilliseconds(250);

    private const int QueuePerCore = 16;

    private readonly SemaphoreSlim _gate = new(Environment.ProcessorCount);
    private int _here;

    /// <summary>For a text that stands alone: no DTD, nothing fetched, every character checked.</summary>
    public static XmlReaderSettings ReaderSettings { get; } = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = AssertionCopy.MaxBytes,
        CloseInput = true,
    };

    /// <summary>Verifies one assertion; a text seen before costs a hash and a look-up. Key and time are checked on every call.</summary>
    /// <param name="assertion">The one <c>saml:Assertion</c> of the message as <see cref="AssertionCopy"/> hands it over: UTF-8, self-contained, comments dropped.</param>
    /// <param name="cancellationToken">Gives up waiting for a place to verify in.</param>
    /// <returns>What is wrong; and what it says, when it is genuine, be it out of time or for another service.</returns>
    public ValueTask<(TokenFlaw Flaw, TokenClaims? Claims)> VerifyAsync(byte[] assertion, CancellationToken cancellationToken)
    {
        if (TryRemember(assertion, out var claims))
        {
            return new((CheckTime(claims), claims));
        }

        return assertion.Length is 0 or > AssertionCopy.MaxBytes ? new((TokenFlaw.Invalid, null)) : VerifyInTurnAsync(assertion, cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();

    private async ValueTask<(TokenFlaw Flaw, TokenClaims? Claims)> VerifyInTurnAsync(byte[] assertion, CancellationToken cancellationToken)
    {
        if (!await TryEnterAsync(cancellationToken))
        {
            return (TokenFlaw.Busy, null);
        }

        try
        {
            // Another call may have brought the same text while this one waited.
            return TryRemember(assertion, out var claims) ? (CheckTime(claims), claims) : (VerifyAnew(assertion, out claims), claims);
        }
        finally
        {
            _gate.Release();
            Interlocked.Decrement(ref _here);
        }
    }

    /// <summary>A place to verify in, after a short wait at most.</summary>
    private async ValueTask<bool> TryEnterAsync(CancellationToken cancellationToken)
    {
        var isIn = false;
        try
        {
            isIn = Interlocked.Increment(ref _here) <= Environment.ProcessorCount * (1 + QueuePerCore) && await _gate.WaitAsync(MaxWait, cancellationToken);
            return isIn;
        }
        finally
        {
            if (!isIn)
            {
                Interlocked.Decrement(ref _here);
            }
        }
    }

    /// <summary>Whether the text is known to be genuine and the very key that signed it still counts.</summary>
    private bool TryRemember(ReadOnlySpan<byte> assertion, [NotNullWhen(true)] out TokenClaims? claims) =>
        cache.TryGet(assertion, out var key, out claims) && ReferenceEquals(keys.Ring.FindAccepted(key.Id, time.GetUtcNow()), key);

    private TokenFlaw VerifyAnew(ReadOnlySpan<byte> assertion, out TokenClaims? claims)
    {
        claims = null;
        try
        {
            var element = Load(assertion.ToArray());
            if (AssertionContent.ReadId(element) is not { } id || AssertionSignature.Take(element, id) is not { } signature)
            {
                return TokenFlaw.Invalid;
            }

            if (keys.Ring.Lacks(signature.KeyId, time.GetUtcNow()))
            {
                return TokenFlaw.NoKeys;
            }

            if (FindSigner(signature) is not { } key
                || !AssertionContent.TryRead(element, key.Id, realm.Issuer, out var audience, out var found))
            {
                return TokenFlaw.Invalid;
            }

            claims = found;
            if (!string.Equals(audience, realm.Audience, StringComparison.Ordinal))
            {
                return TokenFlaw.WrongAudience;
            }

            var flaw = CheckTime(found);
            if (flaw == TokenFlaw.None)
            {
                cache.Add(assertion, key, found);
            }

            return flaw;
        }
        catch (Exception e) when (e is XmlException or CryptographicException or FormatException)
        {
            return TokenFlaw.Invalid;
        }
    }

    /// <summary>The key of ours that made the signature; null when none did.</summary>
    private SigningKey? FindSigner(AssertionSignature signature)
    {
        var now = time.GetUtcNow();
        return signature.KeyId is { } id
            ? keys.Ring.FindAccepted(id, now) is { } named && named.Verifies(signature) ? named : null
            : keys.Ring.Accepted(now).FirstOrDefault(key => key.Verifies(signature));
    }

    private TokenFlaw CheckTime(TokenClaims claims)
    {
        var now = time.GetUtcNow();
        return now < claims.IssuedAt - Tolerance ? TokenFlaw.NotYetValid
            : now >= claims.NotOnOrAfter + Tolerance ? TokenFlaw.Expired
            : TokenFlaw.None;
    }

    private static XmlElement Load(byte[] assertion)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        using var reader = XmlReader.Create(new MemoryStream(assertion), ReaderSettings);
        document.Load(reader);
        return document.DocumentElement ?? throw new XmlException("No element.");
    }
}
