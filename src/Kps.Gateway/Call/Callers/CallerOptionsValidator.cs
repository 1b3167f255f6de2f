using Microsoft.Extensions.Options;

namespace Kps.Gateway.Call.Callers;

/// <summary>Checks <see cref="CallerOptions"/>: a number is no policy.</summary>
internal sealed class CallerOptionsValidator : IValidateOptions<CallerOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, CallerOptions options)
    {
        var failures = new List<string>();
        if (!Enum.IsDefined(options.Application))
        {
            failures.Add("Callers:Application must be uyar or red.");
        }

        if (!Enum.IsDefined(options.Asker))
        {
            failures.Add("Callers:Asker must be uyar or red.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
