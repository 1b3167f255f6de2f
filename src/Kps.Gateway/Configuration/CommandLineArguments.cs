using System.Data.Common;
using Npgsql;

namespace Kps.Gateway.Configuration;

/// <summary>The words the program was started with.</summary>
/// <param name="IsCheckOnly"><c>--check-config</c> was among them: check and end.</param>
/// <param name="Settings">The others, for the configuration.</param>
/// <param name="Errors">Words that mean nothing; a mistyped --check-config must not start a gateway.</param>
internal sealed record CommandLineArguments(bool IsCheckOnly, string[] Settings, IReadOnlyList<string> Errors)
{
    /// <summary>Checks the configuration and ends.</summary>
    public const string CheckConfig = "--check-config";

    private static readonly string[] Named = ["--config", "--environment"];

    /// <summary>Reads <c>--check-config</c>, <c>--config FILE</c>, <c>--environment NAME</c> and <c>--Section:Key=value</c> (or <c>--Section:Key value</c>).</summary>
    /// <param name="arguments">As the program got them.</param>
    /// <param name="isDevelopment">Outside Development a password is refused: secrets come from files or the environment.</param>
    public static CommandLineArguments Read(IReadOnlyList<string> arguments, bool isDevelopment)
    {
        var settings = new List<string>();
        var errors = new List<string>();
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (argument == CheckConfig)
            {
                continue;
            }

            var key = argument.Split('=', 2)[0];
            if (!Named.Contains(key, StringComparer.Ordinal) && !(key.StartsWith("--", StringComparison.Ordinal) && key.Contains(':', StringComparison.Ordinal)))
            {
                errors.Add($"'{key}' is not an argument; there are --check-config, --config FILE, --environment NAME and --Section:Key=value.");
                continue;
            }

            settings.Add(argument);
            var value = argument[Math.Min(key.Length + 1, argument.Length)..];
            if (argument == key)
            {
                if (index + 1 == arguments.Count || arguments[index + 1].StartsWith("--", StringComparison.Ordinal))
                {
                    errors.Add($"'{key}' needs a value.");
                    continue;
                }

                value = arguments[++index];
                settings.Add(value);
            }

            if (!isDevelopment && IsSecret(key, value))
            {
                errors.Add($"{key[2..]} stands on the command line with a password, where every user of this machine can read it; use the --config file or the environment.");
            }
        }

        return new CommandLineArguments(arguments.Contains(CheckConfig, StringComparer.Ordinal), [.. settings], errors);
    }

    private static bool IsSecret(string key, string value) =>
        (key.EndsWith(":Certificate:Password", StringComparison.OrdinalIgnoreCase) && value.Length > 0)
        || (key.EndsWith(":ConnectionString", StringComparison.OrdinalIgnoreCase) && HoldsPassword(value))
        || key.Equals("--Kestrel:Certificates:Default:Password", StringComparison.OrdinalIgnoreCase);

    private static bool HoldsPassword(string connectionString)
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
