using Microsoft.Extensions.Options;

namespace Kps.Gateway.Call.Queries;

/// <summary>Refuses an örnek NVİ does not know.</summary>
internal sealed class QueryOptionsValidator : IValidateOptions<QueryOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, QueryOptions options) =>
        Enum.IsDefined(options.NkoTuru) && options.NkoTuru != default
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Queries:NkoTuru must be one of NVİ's kinds of nüfus kayıt örneği.");
}
