using Microsoft.Extensions.Options;
using Npgsql;

namespace Kps.Registry;

/// <summary>Checks every rule of <see cref="RegistryOptions"/> and reports all failures together. Never repeats the connection string: it may hold a password.</summary>
internal sealed class RegistryOptionsValidator : IValidateOptions<RegistryOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, RegistryOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        AddConnectionErrors(options.ConnectionString, result);
        Require(options.PollInterval >= TimeSpan.FromMilliseconds(100) && options.PollInterval <= TimeSpan.FromSeconds(2),
            nameof(options.PollInterval), "must be 100 ms to 2 s", result);
        Require(options.CommandTimeout >= TimeSpan.FromSeconds(1) && options.CommandTimeout <= TimeSpan.FromSeconds(30)
            && options.CommandTimeout.Ticks % TimeSpan.TicksPerSecond == 0,
            nameof(options.CommandTimeout), "must be 1 to 30 whole seconds", result);
        Require(options.FailureLimit is >= 3 and <= 100, nameof(options.FailureLimit), "must be 3 to 100", result);
        Require(IsMinuteToDay(options.FailureWindow), nameof(options.FailureWindow), "must be 1 minute to 1 day", result);
        Require(IsMinuteToDay(options.LockDuration), nameof(options.LockDuration), "must be 1 minute to 1 day", result);
        return result.Build();
    }

    private static bool IsMinuteToDay(TimeSpan span) => span >= TimeSpan.FromMinutes(1) && span <= TimeSpan.FromDays(1);

    private static void Require(bool holds, string property, string rule, ValidateOptionsResultBuilder result)
    {
        if (!holds)
        {
            result.AddError(rule, property);
        }
    }

    private static void AddConnectionErrors(string connectionString, ValidateOptionsResultBuilder result)
    {
        NpgsqlConnectionStringBuilder parsed;
        try
        {
            parsed = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException)
        {
            result.AddError("is not a PostgreSQL connection string", nameof(RegistryOptions.ConnectionString));
            return;
        }

        Require(!string.IsNullOrEmpty(parsed.Host), nameof(RegistryOptions.ConnectionString), "must name a Host", result);
        Require(!string.IsNullOrEmpty(parsed.Database), nameof(RegistryOptions.ConnectionString), "must name a Database", result);
        Require(!string.IsNullOrEmpty(parsed.Username), nameof(RegistryOptions.ConnectionString), "must name a Username", result);
    }
}
