using Kps.Gateway.FrontDoor.Tls;

namespace Kps.Gateway.Configuration;

/// <summary>
/// Everything that is wrong with a configuration, in plain words and all at once, before anything is started or contacted. No message
/// quotes a value that may be a secret.
/// </summary>
internal static class ConfigurationCheck
{
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
    public static IReadOnlyList<string> Errors(IConfiguration configuration, IServiceProvider services)
    {
        var errors = new List<string>();
        foreach (var section in OptionSections.All)
        {
            // Of values that cannot be read nothing further can be said.
            var shape = section.ShapeErrors(configuration).ToList();
            errors.AddRange(shape.Count > 0 ? shape : section.RuleErrors(services));
        }

        errors.AddRange(KestrelSection.Errors(configuration));
        return errors;
    }
}
