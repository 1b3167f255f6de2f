using Kps.Audit.Writing;
using Kps.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kps.Audit.Tests;

/// <summary>A started log as a host would run it, with the master key that all hosts of the test run share unless it is given another.</summary>
internal sealed class AuditHost : IAsyncDisposable
{
    private static readonly Lazy<string> SharedMasterKey = new(NewMasterKey);

    private readonly ServiceProvider _services;

    private AuditHost(ServiceProvider services, string masterKeyFile)
    {
        _services = services;
        MasterKeyFile = masterKeyFile;
    }

    public IAuditLog Log => _services.GetRequiredService<IAuditLog>();

    public IAuditState State => _services.GetRequiredService<IAuditState>();

    public string MasterKeyFile { get; }

    public static async Task<AuditHost> StartAsync(TestDatabase database, TimeProvider? time = null, string? masterKeyFile = null, params string[] settings)
    {
        masterKeyFile ??= SharedMasterKey.Value;
        var host = Build(database.Gateway, masterKeyFile, time, settings);
        await host._services.GetRequiredService<AuditLog>().StartAsync(CancellationToken.None);
        return host;
    }

    public static AuditHost Build(string connectionString, string masterKeyFile, TimeProvider? time = null, params string[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["ConnectionString"] = connectionString,
            ["MasterKeyFile"] = masterKeyFile,
            ["NodeName"] = "test-node",
        };
        foreach (var setting in settings)
        {
            var parts = setting.Split('=', 2);
            values[parts[0]] = parts[1];
        }

        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        services.AddKpsAudit(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        return new AuditHost(services.BuildServiceProvider(), masterKeyFile);
    }

    public static string NewMasterKey()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "master-" + Guid.NewGuid().ToString("N"));
        Audit.MasterKeyFile.Create(path);
        return path;
    }

    public Task StartAsync() => _services.GetRequiredService<AuditLog>().StartAsync(CancellationToken.None);

    public Task StopAsync() => _services.GetRequiredService<AuditLog>().StopAsync(CancellationToken.None);

    public IOptions<AuditOptions> Options => _services.GetRequiredService<IOptions<AuditOptions>>();

    public CallFacts NewCall() => SampleCalls.Facts(Log.NextIslemNo());

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
