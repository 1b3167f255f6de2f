using Kps.Contracts;

namespace Kps.Gateway.Call.Parsing;

/// <summary>
/// The token door: is this a WS-Trust 1.3 request to issue a bearer token? What a client may add and does not matter here (Entropy,
/// Lifetime, Claims, Renewing …) is passed over; what it must not mean is refused.
/// </summary>
internal sealed class ParseTokenRequestStage : ICallStage
{
    private const string IssueRequest = KpsNamespaces.Trust + "/Issue";
    private const string BearerKey = KpsNamespaces.Trust + "/Bearer";
    private const string OtherBearerKey = "http://schemas.xmlsoap.org/ws/2005/05/identity/NoProofKey";
    private const string Saml11Token = "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV1.1";
    private const string OtherPolicy = "http://www.w3.org/ns/ws-policy";

    /// <inheritdoc />
    public ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken) => new(EnvelopeParse.Run(call, Bind));

    private static SoapRequest Bind(KpsCall call, EnvelopeReader reader)
    {
        if (reader.Body is not { } body)
        {
            throw new ParseFaultException(new CallFault(FaultCode.MalformedEnvelope, "Body"));
        }

        if (body.Name != OperationCatalog.Issue.Name)
        {
            throw new ParseFaultException(new CallFault(FaultCode.UnknownOperation, body.Name));
        }

        if (body.Namespace != KpsNamespaces.Trust)
        {
            throw Invalid(body.Name);
        }

        // The request type first: an Action of Renew or Validate comes with a type that says so, and deserves the answer of WS-Trust.
        CheckOne(body, "RequestType", isRequired: true, IssueRequest);
        CheckOne(body, "KeyType", isRequired: false, BearerKey, OtherBearerKey);
        var tokenType = CheckOne(body, "TokenType", isRequired: false, SoapNamespaces.Saml11, Saml11Token);
        EnvelopeParse.CheckActions(call, reader, OperationCatalog.Issue);
        return new SoapRequest
        {
            Version = reader.Version,
            Action = reader.Action,
            MessageId = reader.MessageId,
            UsesAddressing = reader.UsesAddressing,
            Security = reader.Security,
            SawSecurity = reader.SawSecurity,
            CallerHeaders = reader.CallerHeaders,
            Operation = OperationCatalog.Issue,
            TokenRequest = new TokenRequest(AppliesTo(body), body.Context, tokenType),
        };
    }

    private static string? CheckOne(BodyElement body, string name, bool isRequired, params ReadOnlySpan<string> allowed)
    {
        var found = Single(body, name, KpsNamespaces.Trust);
        var value = found?.Text.Trim();
        if (found is { Children.Count: > 0 } || (string.IsNullOrEmpty(value) ? isRequired : !allowed.Contains(value)))
        {
            throw Invalid(name);
        }

        return string.IsNullOrEmpty(value) ? null : value;
    }

    private static string? AppliesTo(BodyElement body)
    {
        if ((Single(body, nameof(AppliesTo), SoapNamespaces.Policy) ?? Single(body, nameof(AppliesTo), OtherPolicy)) is not { } appliesTo)
        {
            return null;
        }

        var address = appliesTo.Children is [{ Name: "EndpointReference", Children: var parts }]
            ? parts.FirstOrDefault(part => part.Name == "Address")?.Text.Trim()
            : null;
        return string.IsNullOrEmpty(address) ? throw Invalid(nameof(AppliesTo)) : address;
    }

    private static BodyElement? Single(BodyElement body, string name, string space)
    {
        BodyElement? found = null;
        foreach (var child in body.Children)
        {
            if (child.Name == name && child.Namespace == space)
            {
                found = found is null ? child : throw Invalid(name);
            }
        }

        return found;
    }

    private static ParseFaultException Invalid(string name) => new(new CallFault(FaultCode.InvalidTokenRequest, name));
}
