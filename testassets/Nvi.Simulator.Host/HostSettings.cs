using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Kps.Contracts;

namespace Nvi.Simulator.Host;

/// <summary>
/// Settings of the executable, from the environment (<c>NVI_SIMULATOR_PORT</c> …) or the command line (<c>--Port 9443</c> …), the latter winning.
/// </summary>
internal sealed record HostSettings
{
    /// <summary>Prefix of the environment variables.</summary>
    public const string EnvironmentPrefix = "NVI_SIMULATOR_";

    private const int DefaultPort = 9443;

    private static readonly string[] Known =
    [
        "Address", "PublicHost", "Port", "CertificateFile", "KeyFile", "User", "PasswordFile", "People", "TokenLifetimeMinutes", "Canned",
        "RouterDelayMilliseconds",
    ];

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">Environment and command line.</param>
    /// <param name="environment">ASPNETCORE_ENVIRONMENT or DOTNET_ENVIRONMENT.</param>
    /// <returns>Options for the library; STS on Port, router on Port + 1, control on Port + 2, or any free ones when Port is 0.</returns>
    /// <exception cref="FormatException">A setting is unknown, missing or cannot be read; the message says which.</exception>
    public static NviSimulatorOptions Read(IConfiguration configuration, string environment)
    {
        foreach (var section in configuration.GetChildren())
        {
            if (!Known.Contains(section.Key, StringComparer.OrdinalIgnoreCase))
                throw new FormatException($"Unknown setting '{section.Key}'. Known: {string.Join(", ", Known)}.");
        }

        var port = Number(configuration, "Port", DefaultPort, IPEndPoint.MaxPort - 2);
        var address = configuration["Address"] ?? "127.0.0.1";
        if (!IPAddress.TryParse(address, out var parsed))
            throw new FormatException("Address must be an IP address.");
        var options = new NviSimulatorOptions
        {
            EnvironmentName = environment,
            Address = parsed,
            PublicHost = configuration["PublicHost"],
            StsPort = port,
            RouterPort = port == 0 ? 0 : port + 1,
            ControlPort = port == 0 ? 0 : port + 2,
            Password = Password(configuration["PasswordFile"]),
            Certificate = Certificate(configuration["CertificateFile"], configuration["KeyFile"]),
            PopulationSize = Number(configuration, "People", 100_000, int.MaxValue),
            TokenLifetime = TimeSpan.FromMinutes(Number(configuration, "TokenLifetimeMinutes", 600, 1_440)),
            RouterDelay = TimeSpan.FromMilliseconds(Number(configuration, "RouterDelayMilliseconds", 0, 60_000)),
            IsCanned = configuration["Canned"] switch
            {
                null or "false" => false,
                "true" => true,
                _ => throw new FormatException("Canned must be true or false."),
            },
        };
        return configuration["User"] is { } user ? options with { UserName = user } : options;
    }

    private static int Number(IConfiguration configuration, string key, int fallback, int largest)
    {
        if (configuration[key] is not { } text)
            return fallback;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= largest
            ? value
            : throw new FormatException($"{key} must be a number between 0 and {largest}.");
    }

    private static Secret Password(string? file)
    {
        if (file is null)
            throw new FormatException("PasswordFile is missing: the path of a file that holds the STS user's password and nothing else.");
        return new Secret(File.ReadAllText(file).TrimEnd('\r', '\n'));
    }

    private static X509Certificate2? Certificate(string? certificateFile, string? keyFile) => (certificateFile, keyFile) switch
    {
        (null, null) => null,
        ({ } certificate, { } key) => X509Certificate2.CreateFromPemFile(certificate, key),
        _ => throw new FormatException("CertificateFile and KeyFile go together: two PEM files, or neither for plain HTTP on loopback."),
    };
}
