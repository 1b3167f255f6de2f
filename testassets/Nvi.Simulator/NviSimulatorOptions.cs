using System.Net;
using System.Security.Cryptography.X509Certificates;
using Kps.Contracts;
using Microsoft.Extensions.Logging;

namespace Nvi.Simulator;

/// <summary>How a simulator is set up. Every member but <see cref="Password"/> has a default that suits a test.</summary>
public sealed record NviSimulatorOptions
{
    /// <summary>Where it runs; only <c>Development</c> and <c>Test</c> are let start.</summary>
    /// <value>Null: ASPNETCORE_ENVIRONMENT, else DOTNET_ENVIRONMENT, else <c>Production</c>, which is refused.</value>
    public string? EnvironmentName { get; init; }

    /// <summary>The one user the STS knows.</summary>
    /// <value>Default <c>KRM-SIMULATOR</c>.</value>
    public string UserName { get; init; } = "KRM-SIMULATOR";

    /// <summary>The user's password; not empty.</summary>
    public required Secret Password { get; init; }

    /// <summary>Address of the STS and router listeners; anything but loopback needs a certificate.</summary>
    /// <value>Default 127.0.0.1.</value>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Host name in <see cref="NviSimulator.StsUrl"/> and <see cref="NviSimulator.RouterUrl"/>.</summary>
    /// <value>Null: <c>localhost</c> with a certificate, <c>127.0.0.1</c> without.</value>
    public string? PublicHost { get; init; }

    /// <summary>Port of the STS.</summary>
    /// <value>Default 0, any free one.</value>
    public int StsPort { get; init; }

    /// <summary>Port of the router: two hosts at NVİ, two listeners here.</summary>
    /// <value>Default 0, any free one.</value>
    public int RouterPort { get; init; }

    /// <summary>Port of the control endpoint, always plain HTTP on 127.0.0.1.</summary>
    /// <value>Default 0, any free one.</value>
    public int ControlPort { get; init; }

    /// <summary>Server certificate with its key; the caller keeps and disposes it.</summary>
    /// <value>Default null: plain HTTP on loopback.</value>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Number of people, 1,000 … 10,000,000.</summary>
    /// <value>Default 100,000.</value>
    public long PopulationSize { get; init; } = 100_000;

    /// <summary>How long a token is good for, at most one day.</summary>
    /// <value>Default ten hours, WIF's; NVİ's is not published (wire contracts b.5).</value>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(10);

    /// <summary>The clock of timestamps and token lifetimes.</summary>
    /// <value>Default the system's.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// True for benches: the router answers each service that is asked by number with one prebuilt answer, everything else with a citizen's record, and
    /// verifies no signature. The STS stays as it is.
    /// </summary>
    /// <value>Default false.</value>
    public bool IsCanned { get; init; }

    /// <summary>Fixed delay of every router answer, at most a minute.</summary>
    /// <value>Default none.</value>
    public TimeSpan RouterDelay { get; init; }

    /// <summary>Where the server's own log lines go; the simulator itself logs no message content.</summary>
    /// <value>Default null: nowhere.</value>
    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }

    /// <summary>Everything that is wrong, one sentence each.</summary>
    internal IEnumerable<string> Objections(string environment)
    {
        if (!environment.Equals("Development", StringComparison.OrdinalIgnoreCase) && !environment.Equals("Test", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"The NVİ simulator answers with invented people and runs in Development or Test only; this environment is '{environment}'. "
                + "Set DOTNET_ENVIRONMENT (or ASPNETCORE_ENVIRONMENT) to Development or Test.";
        }

        if (UserName.Length == 0)
            yield return "UserName must not be empty.";
        if (Password.IsEmpty)
            yield return "Password must not be empty.";
        if (Certificate is null && !IPAddress.IsLoopback(Address))
            yield return "Plain HTTP is for loopback only; give a certificate to listen elsewhere.";
        if (Certificate is { HasPrivateKey: false })
            yield return "The certificate has no private key.";
        if (PopulationSize is < Population.NviPopulation.Smallest or > Population.NviPopulation.Largest)
            yield return "PopulationSize must be 1,000 … 10,000,000.";
        if (TokenLifetime <= TimeSpan.Zero || TokenLifetime > TimeSpan.FromDays(1))
            yield return "TokenLifetime must be more than nothing and at most a day.";
        if (RouterDelay < TimeSpan.Zero || RouterDelay > TimeSpan.FromMinutes(1))
            yield return "RouterDelay must be between nothing and a minute.";
        foreach (var port in new[] { StsPort, RouterPort, ControlPort })
        {
            if (port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
                yield return "Ports must be 0 … 65535.";
        }
    }
}
