namespace Kps.Mernis.Transport;

/// <summary>How an exchange can fail before there is a whole answer to read.</summary>
internal enum TransportFailure
{
    /// <summary>No connection: name, TCP, connect time-out, or a TLS handshake that broke off. Nothing was sent; may be retried.</summary>
    NotConnected,

    /// <summary>The peer's certificate was refused. Nothing was sent; a retry would meet the same certificate.</summary>
    NotTrusted,

    /// <summary>Closed before any byte of the answer; may be retried.</summary>
    ClosedBeforeAnswer,

    /// <summary>Lost amid the answer.</summary>
    Lost,

    /// <summary>Not HTTP as we accept it.</summary>
    NotHttp,

    /// <summary>The answer is over the limit.</summary>
    TooLarge,
}
