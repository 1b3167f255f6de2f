namespace Nvi.Simulator.Control;

/// <summary>How a door misbehaves.</summary>
public enum NviFaultKind
{
    /// <summary>Nothing chosen; refused.</summary>
    None = 0,

    /// <summary>The right answer, after <see cref="NviFault.DelayMilliseconds"/>.</summary>
    Delay,

    /// <summary>Reads the request and never answers; the connection is reset when the fault is cleared or the simulator stops.</summary>
    Hang,

    /// <summary>HTTP 403 with an HTML page, as an address that is not on NVİ's list gets (wire contracts (f)).</summary>
    Forbidden,

    /// <summary>HTTP 500 with an HTML page instead of a fault.</summary>
    ServerError,

    /// <summary>HTTP 500 with a SOAP fault s:Receiver / InternalServiceFault.</summary>
    SoapFault,

    /// <summary>The right answer's headers and length, half of its octets, then the end of the connection.</summary>
    TruncatedBody,

    /// <summary>HTTP 200 and the SOAP content type with octets that are no XML.</summary>
    Garbage,

    /// <summary>HTTP 200 with a well-formed envelope of five million octets.</summary>
    HugeAnswer,

    /// <summary>Reads the request, then resets the connection (RST) before any octet of an answer.</summary>
    ResetBeforeAnswer,

    /// <summary>Closes the next new connection as soon as it is accepted, before TLS; open connections are closed when it is armed.</summary>
    CloseAfterAccept,

    /// <summary>The right answer under the content type text/html.</summary>
    WrongContentType,

    /// <summary>The right answer to another number, as a router that mixes calls up would give; router only.</summary>
    AnotherPerson,
}
