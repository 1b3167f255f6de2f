namespace Kps.Mernis.Sts;

/// <summary>
/// A token of NVİ's STS: opaque to us, kept in the bytes it came in, with the secret that proves it is ours (wire contracts b.5).
/// A class without a formatter of its own, so no log line can carry it.
/// </summary>
internal sealed class SecurityToken
{
    private volatile bool _wasAccepted;

    /// <summary>The EncryptedData element exactly as received; stands on its own, namespaces included.</summary>
    public required byte[] EncryptedData { get; init; }

    /// <summary>The decoded BinarySecret; used as HMAC key directly, nothing is derived.</summary>
    public required byte[] ProofKey { get; init; }

    /// <summary>UTF-8 of the SAMLAssertionID; only letters, digits, <c>_ - .</c>, so it needs no escaping.</summary>
    public required byte[] AssertionId { get; init; }

    /// <summary>Expires − Created by the STS's own clock, so a clock that differs from ours does no harm.</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>True once the router took it.</summary>
    public bool WasAccepted => _wasAccepted;

    public void Accepted()
    {
        if (!_wasAccepted)
        {
            _wasAccepted = true;
        }
    }
}
