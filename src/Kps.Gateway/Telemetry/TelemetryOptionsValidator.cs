using Kps.Gateway.FrontDoor;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Telemetry;

/// <summary>Checks every rule of <see cref="TelemetryOptions"/> and reports all failures together.</summary>
internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var failures = new List<string>();
        if (options.OtlpEndpoint is { } endpoint && (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("https" or "http") || endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0))
        {
            failures.Add("Telemetry:OtlpEndpoint must be an http or https address without user and query, e.g. http://127.0.0.1:4318");
        }

        if (options.SampleRatio is not (>= 0 and <= 1))
        {
            failures.Add("Telemetry:SampleRatio must be 0 to 1.");
        }

        failures.AddRange(options.AllowedPeers
            .Where(peer => !TrustedProxy.TryParse(peer, out _))
            .Select(peer => $"Telemetry:AllowedPeers: '{peer}' is neither an address nor a network such as 10.1.0.0/24."));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
