using Kps.Contracts;
using Kps.Gateway.Call.Queries;

namespace Kps.Gateway.Call.Parsing;

/// <summary>What a request says, once Parse has understood all of it.</summary>
internal sealed class SoapRequest
{
    /// <summary>From the envelope's namespace.</summary>
    public required SoapVersion Version { get; init; }

    /// <summary>wsa:Action; null when the request carries none.</summary>
    public string? Action { get; init; }

    /// <summary>wsa:MessageID as sent; the reply relates to it.</summary>
    public string? MessageId { get; init; }

    /// <summary>True when any WS-Addressing header is present; then the reply carries them too.</summary>
    public bool UsesAddressing { get; init; }

    /// <summary>The wsse:Security header; null when there is none.</summary>
    public SecurityHeader? Security { get; init; }

    /// <summary>True when any wsse:Security was there, be it for another actor.</summary>
    public bool SawSecurity { get; init; }

    /// <summary>The un-namespaced caller headers (wire contracts a.2).</summary>
    public required CallerHeaders CallerHeaders { get; init; }

    /// <summary>The operation the body's first element names.</summary>
    public required OperationDescription Operation { get; init; }

    /// <summary>What answers the operation; null at the token door.</summary>
    public IQuery? Query { get; init; }

    /// <summary>The operation's element as it came; null at the token door. Rights may name single members of it.</summary>
    public BodyElement? Body { get; init; }

    /// <summary>The criteria of a query, bound and complete; null at the token door.</summary>
    public QueryCriteria? Criteria { get; init; }

    /// <summary>What a token is asked for; null at the router door.</summary>
    public TokenRequest? TokenRequest { get; init; }

    /// <summary>No content: it would show the criteria.</summary>
    public override string ToString() => Operation.Name;
}
