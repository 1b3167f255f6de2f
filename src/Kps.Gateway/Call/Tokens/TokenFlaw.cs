namespace Kps.Gateway.Call.Tokens;

/// <summary>What is wrong with a presented assertion.</summary>
internal enum TokenFlaw
{
    /// <summary>Fail-closed default: it could not be read as an assertion of ours, or its signature is not by a key of ours that counts.</summary>
    Invalid = 0,

    /// <summary>Nothing; the claims are there.</summary>
    None = 1,

    /// <summary>Its time is over.</summary>
    Expired = 2,

    /// <summary>Its time has not begun, beyond the tolerance.</summary>
    NotYetValid = 3,

    /// <summary>Genuine, but for another service.</summary>
    WrongAudience = 4,

    /// <summary>Nothing is known of it: too many assertions are being verified right now. The caller may try again.</summary>
    Busy = 5,

    /// <summary>Nothing can be said of it: the key it names counts but this node cannot open it, or this node has no key at all.</summary>
    NoKeys = 6,
}
