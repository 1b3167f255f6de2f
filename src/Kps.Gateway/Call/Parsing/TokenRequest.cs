namespace Kps.Gateway.Call.Parsing;

/// <summary>A WS-Trust 1.3 Issue request as far as it matters here.</summary>
/// <param name="AppliesTo">Address of the service the token is for; null when the request names none.</param>
/// <param name="Context">To be repeated in the response (WS-Trust 1.3, section 3.1); null when the request has none.</param>
/// <param name="TokenType">The name of SAML 1.1 the request used; null when it named no type. The response repeats it: WCF refuses another name for the same thing.</param>
internal sealed record TokenRequest(string? AppliesTo, string? Context, string? TokenType = null);
