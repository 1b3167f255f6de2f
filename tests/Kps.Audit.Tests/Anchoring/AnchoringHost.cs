using Kps.Audit.Anchoring;
using Kps.Audit.Sequencing;
using Kps.Audit.Tests.Sequencing;
using Kps.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kps.Audit.Tests.Anchoring;

/// <summary>A node that seals, has its checkpoints stamped and copies them, with all intervals at their shortest.</summary>
internal sealed class AnchoringHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private AnchoringHost(ServiceProvider services) => _services = services;

    public ShiftedTimeProvider Clock => (ShiftedTimeProvider)_services.GetRequiredService<TimeProvider>();

    public ITreeState Tree => _services.GetRequiredService<ITreeState>();

    public IAnchorState State => _services.GetRequiredService<IAnchorState>();

    public static async Task<AnchoringHost> StartAsync(TestDatabase database, params string[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["Sequencer:ConnectionString"] = database.Sequencer,
            ["Sequencer:SigningKeyFile"] = SequencerHost.KeyFile,
            ["Sequencer:Origin"] = SequencerHost.Origin,
            ["Sequencer:PublishedFile"] = SequencerHost.NewFile("published"),
            ["Sequencer:Interval"] = "00:00:00.1",
            ["Anchoring:AllowPlainHttp"] = "true",
            ["Anchoring:Interval"] = "00:00:01",
            ["Anchoring:Timeout"] = "00:00:02",
            ["Anchoring:LagLimit"] = "00:10:00",
            ["Anchoring:SecondPlaceInterval"] = "00:00:01",
        };
        foreach (var setting in settings)
        {
            var parts = setting.Split('=', 2);
            values["Anchoring:" + parts[0]] = parts[1];
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<TimeProvider>(new ShiftedTimeProvider());
        services.AddKpsSequencer(configuration.GetSection("Sequencer"));
        services.AddKpsAnchoring(configuration.GetSection("Anchoring"));
        var host = new AnchoringHost(services.BuildServiceProvider());
        foreach (var service in host._services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        return host;
    }

    public static string[] Stamping(LocalTsa tsa) => [$"TsaUrl={tsa.Url}", $"TrustedCertificatesFile={tsa.RootFile}"];

    public Task SealedAsync(long size) => SequencerHost.UntilAsync(() => Tree.Size == size, () => $"{size} leaves; there are {Tree.Size}");

    public Task StampedAsync(long size) =>
        SequencerHost.UntilAsync(() => State.Last?.Size == size, () => $"a stamp over {size} leaves; the last is {State.Last}, {State.Failure}");

    public Task CopiedAsync(long size) =>
        SequencerHost.UntilAsync(() => State.SecondPlaceSize == size, () => $"a copy of {size} leaves; there is {State.SecondPlaceSize}, {State.SecondPlaceFailure}");

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>().Reverse())
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
    }
}
