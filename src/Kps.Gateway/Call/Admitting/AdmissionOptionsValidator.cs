using Microsoft.Extensions.Options;

namespace Kps.Gateway.Call.Admitting;

/// <summary>Checks every rule of <see cref="AdmissionOptions"/> and reports all failures together.</summary>
internal sealed class AdmissionOptionsValidator : IValidateOptions<AdmissionOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, AdmissionOptions options)
    {
        var failures = new List<string>();
        if (options.MaxConcurrency is < 1 or > 10_000)
        {
            failures.Add("Admission:MaxConcurrency must be 1 to 10000.");
        }

        if (options.InstitutionSharePercent is < 1 or > 100)
        {
            failures.Add("Admission:InstitutionSharePercent must be 1 to 100.");
        }

        if (options.QueuePerInstitution is < 0 or > 10_000)
        {
            failures.Add("Admission:QueuePerInstitution must be 0 to 10000.");
        }

        if (options.MaxWait < TimeSpan.Zero || options.MaxWait > TimeSpan.FromSeconds(10))
        {
            failures.Add("Admission:MaxWait must be 0 to 10 s.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
