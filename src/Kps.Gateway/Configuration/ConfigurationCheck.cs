using System.Data.Common;
using Kps.Gateway.FrontDoor.Tls;
using Microsoft.Extensions.Configuration.CommandLine;
using Npgsql;

namespace Kps.Gateway.Configuration;

/// <summary>
/// Everything that is wrong with a configuration, in plain words and all at once, before anything is started or contacted. No message
/// quotes a value that may be a secret.
/// </summary>
internal static class ConfigurationCheck
{
    private static readonly string[] ConnectionStrings = ["Registry:ConnectionString", "Audit:ConnectionString"];

    /// <summary>Whether the levels under <c>Logging</c> can be read; with a wrong one the host could not even be built.</summary>
    public static IReadOnlyList<string> LoggingErrors(IConfiguration configuration)
    {
        var logging = configuration.GetSection("Logging");
        return
        [
            .. logging.GetChildren().Where(child => child.Key != "LogLevel").Select(child => child.GetSection("LogLevel")).Append(logging.GetSection("LogLevel"))
                .SelectMany(levels => levels.GetChildren())
                .Where(level => level.Value is { } value && !(Enum.TryParse<LogLevel>(value, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed)))
                .Select(level => $"{level.Path} is no log level; there are {string.Join(", ", Enum.GetNames<LogLevel>())}."),
        ];
    }

    /// <summary>All other errors.</summary>
    /// <param name="configuration">As read.</param>
    /// <param name="services">The built host's services; only options are taken from them.</param>
    public static IReadOnlyList<string> Errors(IConfigurationRoot configuration, IServiceProvider services)
    {
        var errors = new List<string>();
        foreach (var section in OptionSections.All)
        {
            // Of values that cannot be read nothing further can be said.
            var shape = section.ShapeErrors(configuration).ToList();
            errors.AddRange(shape.Count > 0 ? shape : section.RuleErrors(services));
        }

        errors.AddRange(KestrelSection.Errors(configuration));
        errors.AddRange(SecretsOnTheCommandLine(configuration, services.GetRequiredService<IHostEnvironment>()));
        return errors;
    }

    /// <summary>Secrets come from files or the environment: a command line is read by every user of the machine.</summary>
    private static IEnumerable<string> SecretsOnTheCommandLine(IConfigurationRoot configuration, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
        {
            return [];
        }

        var arguments = configuration.Providers.OfType<CommandLineConfigurationProvider>().ToList();
        var connections = ConnectionStrings.Where(key => arguments.Exists(one => one.TryGet(key, out var value) && HoldsPassword(value)));
        var keys = KeyPasswords(configuration).Where(key => arguments.Exists(one => one.TryGet(key, out var value) && !string.IsNullOrEmpty(value)));
        return connections.Concat(keys)
            .Select(key => $"{key} stands on the command line with a password, where every user of this machine can read it; use the --config file or the environment.");
    }

    private static IEnumerable<string> KeyPasswords(IConfiguration configuration) =>
        configuration.GetSection("Kestrel:Endpoints").GetChildren()
            .Select(endpoint => $"{endpoint.Path}:Certificate:Password")
            .Append("Kestrel:Certificates:Default:Password");

    private static bool HoldsPassword(string? connectionString)
    {
        try
        {
            return !string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(connectionString).Password);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException or DbException)
        {
            // Unreadable, so it may hold one; the section's own rules say that it is unreadable.
            return true;
        }
    }
}
