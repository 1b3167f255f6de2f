using System.Globalization;
using System.Security.Cryptography;

namespace Kps.Fuzz.Tests;

/// <summary>
/// How long and from which seed. <c>KPS_FUZZ_COUNT</c> and <c>KPS_FUZZ_SEED</c> are set by <c>./kps fuzz</c>; input number n of a seed is the
/// same on every machine, so a failure is replayed by its seed.
/// </summary>
internal static class FuzzRun
{
    /// <summary>The seed every run begins with, so that yesterday's failure is today's.</summary>
    public const int FixedSeed = 20_261_121;

    /// <summary>Inputs of an ordinary run.</summary>
    public const int UsualCount = 5_000;

    /// <summary>Inputs from this run's own seed.</summary>
    public static int Count { get; } = Number("KPS_FUZZ_COUNT") ?? UsualCount;

    /// <summary>Given, or drawn for this run.</summary>
    public static int Seed { get; } = Number("KPS_FUZZ_SEED") ?? RandomNumberGenerator.GetInt32(1, int.MaxValue);

    /// <summary>Failing inputs and the report go here.</summary>
    public static string Folder { get; } = Directory.CreateDirectory(Path.Combine(Root(), ".kps", "fuzz")).FullName;

    /// <summary>The repository.</summary>
    public static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "KpsGateway.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("No KpsGateway.sln above the test's own directory.");
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
}
