using Microsoft.Extensions.Options;

namespace Kps.Gateway.Call.Tokens;

/// <summary>Checks every rule of <see cref="TokenOptions"/> and reports all failures together.</summary>
internal sealed class TokenOptionsValidator : IValidateOptions<TokenOptions>
{
    private const int MaxIssuerLength = 200;
    private const int MaxAddressLength = 1024;
    private const int MaxAddresses = 100;

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, TokenOptions options)
    {
        var failures = new List<string>();
        if (options.Lifetime < TokenOptions.MinLifetime || options.Lifetime > TokenOptions.MaxLifetime)
        {
            failures.Add("Tokens:Lifetime must be 1 minute to 12 hours.");
        }

        if (options.Issuer is not { Length: > 0 and <= MaxIssuerLength } || !options.Issuer.All(IsPlain))
        {
            failures.Add("Tokens:Issuer must be 1 to 200 printable ASCII characters without blanks and without < > & \" '.");
        }

        if (options.AppliesTo.Count > MaxAddresses)
        {
            failures.Add("Tokens:AppliesTo holds more than 100 addresses.");
        }

        failures.AddRange(options.AppliesTo
            .Where(address => address is not { Length: <= MaxAddressLength } || !Uri.TryCreate(address, UriKind.Absolute, out _))
            .Select(address => $"Tokens:AppliesTo: '{address}' is not an absolute address of at most 1024 characters."));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>Characters that stand in XML as they are and survive clients that send ASCII.</summary>
    private static bool IsPlain(char character) => character is > ' ' and < '\x7f' and not ('<' or '>' or '&' or '"' or '\'');
}
