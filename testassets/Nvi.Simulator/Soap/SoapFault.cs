namespace Nvi.Simulator.Soap;

/// <summary>A SOAP 1.2 fault as WCF and WIF word it; always travels with HTTP 500.</summary>
/// <param name="IsSender">True for <c>s:Sender</c>, false for <c>s:Receiver</c>.</param>
/// <param name="SubcodeNamespace">Namespace of the subcode; null for a fault without subcode.</param>
/// <param name="Subcode">Local name of the subcode, or of the code itself when there is no namespace.</param>
/// <param name="Reason">Text, in English as .NET writes it.</param>
internal sealed record SoapFault(bool IsSender, string? SubcodeNamespace, string Subcode, string Reason)
{
    /// <summary>Wrong user or password at the STS (wire contracts a.3, WIF's text).</summary>
    public static SoapFault WrongPassword { get; } =
        new(true, Ns.Trust, "FailedAuthentication", "ID3242: The security token could not be authenticated or authorized.");

    /// <summary>The token was ours once but is expired or revoked (wire contracts (g) 6: WCF's default).</summary>
    public static SoapFault TokenNotValid { get; } =
        new(true, Ns.Security, "FailedAuthentication", "At least one security token in the message could not be validated.");

    /// <summary>Anything wrong with the Security header (wire contracts (f)).</summary>
    public static SoapFault InvalidSecurity { get; } =
        new(true, Ns.Security, "InvalidSecurity", "An error occurred when verifying security for the message.");

    /// <summary>The STS is asked for something it does not issue.</summary>
    public static SoapFault InvalidRequest { get; } =
        new(true, Ns.Trust, "InvalidRequest", "ID3147: The request was invalid or malformed.");

    /// <summary>The body is not what the operation expects.</summary>
    public static SoapFault NotDeserializable { get; } =
        new(true, Ns.Dispatcher, "DeserializationFailed", "The formatter threw an exception while trying to deserialize the message.");

    /// <summary>A header marked mustUnderstand is unknown.</summary>
    public static SoapFault NotUnderstood { get; } =
        new(true, null, "MustUnderstand", "The header was not understood by the recipient of this message, causing the message to not be processed.");

    /// <summary>The service broke; also what the injected SOAP fault says.</summary>
    public static SoapFault Internal { get; } =
        new(false, Ns.Dispatcher, "InternalServiceFault", "The server was unable to process the request due to an internal error.");

    /// <summary>No service, version and operation answer to the action, or there is none.</summary>
    public static SoapFault ActionNotSupported { get; } =
        new(true, Ns.Addressing, "ActionNotSupported",
            "The message cannot be processed at the receiver, due to a ContractFilter mismatch at the EndpointDispatcher.");
}
