using System.Text.Json;
using Kps.TestSupport;

namespace Kps.Cli.Tests;

/// <summary>One run of a command as the shell would see it.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs a command on a test database.</summary>
    public static Task<CliRun> OnAsync(TestDatabase database, string? masterKeyFile, params string[] args) =>
        WithInputAsync(SettingsFor(database, masterKeyFile), string.Empty, args);

    /// <summary>Runs a command with a settings file and a standard input.</summary>
    public static Task<CliRun> WithInputAsync(string? settingsFile, string input, params string[] args) =>
        WithInputAsync(settingsFile, new StringReader(input), args);

    /// <summary>Runs a command with a settings file and whoever answers its questions.</summary>
    public static async Task<CliRun> WithInputAsync(string? settingsFile, TextReader input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(input, output, error, TimeProvider.System);
        string[] all = settingsFile is null ? args : [.. args, "--config", settingsFile];
        var exitCode = await CommandLine.RunAsync(all, terminal, CancellationToken.None);
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Writes the settings of a test database.</summary>
    public static string SettingsFor(TestDatabase database, string? masterKeyFile = null)
    {
        var path = NewPath("settings.json");
        File.WriteAllText(path, JsonSerializer.Serialize(new Dictionary<string, string?>
        {
            ["Panel:ConnectionString"] = database.Panel,
            ["Registry:ConnectionString"] = database.Gateway,
            ["Migration:ConnectionString"] = database.Superuser,
            ["Retention:ConnectionString"] = database.Retention,
            ["Audit:MasterKeyFile"] = masterKeyFile,
            ["Sequencer:ConnectionString"] = database.Sequencer,
            ["Sequencer:Origin"] = "kps.example/denetim",
            ["Sequencer:PublishedFile"] = PublishedFileOf(database),
        }));
        return path;
    }

    /// <summary>Where the checkpoints of a test database are published.</summary>
    public static string PublishedFileOf(TestDatabase database) =>
        Path.Combine(TestContext.CurrentContext.WorkDirectory, new Npgsql.NpgsqlConnectionStringBuilder(database.Superuser).Database + "-published");

    /// <summary>A path of nobody's in the test's own directory.</summary>
    public static string NewPath(string name) =>
        Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}-{name}");
}
