namespace Kps.Gateway.Configuration;

/// <summary>The words the program was started with.</summary>
/// <param name="IsCheckOnly"><c>--check-config</c> was among them: check and end.</param>
/// <param name="Settings">The others, for the configuration.</param>
/// <param name="Errors">Words that mean nothing; a mistyped --check-config must not start a gateway.</param>
internal sealed record CommandLineArguments(bool IsCheckOnly, string[] Settings, IReadOnlyList<string> Errors)
{
    private const string CheckConfig = "--check-config";
    private static readonly string[] Named = ["--config", "--environment"];

    /// <summary>Reads <c>--check-config</c>, <c>--config FILE</c>, <c>--environment NAME</c> and <c>--Section:Key=value</c> (or <c>--Section:Key value</c>).</summary>
    public static CommandLineArguments Read(IReadOnlyList<string> arguments)
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
            if (argument == key)
            {
                if (index + 1 == arguments.Count || arguments[index + 1].StartsWith("--", StringComparison.Ordinal))
                {
                    errors.Add($"'{key}' needs a value.");
                }
                else
                {
                    settings.Add(arguments[++index]);
                }
            }
        }

        return new CommandLineArguments(arguments.Contains(CheckConfig, StringComparer.Ordinal), [.. settings], errors);
    }
}
