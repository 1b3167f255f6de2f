using System.Security.Cryptography;
using Kps.Audit.Sequencing;
using Kps.Evidence.Notes;
using Kps.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kps.Audit.Tests.Sequencing;

/// <summary>A sequencer as a node would run it, on real time. Nodes of one test share key and origin.</summary>
internal sealed class SequencerHost : IAsyncDisposable
{
    public const string Origin = "kps.example/denetim";

    private static readonly Lazy<string> SharedKey = new(() =>
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var path = NewFile("seal.pem");
        File.WriteAllText(path, key.ExportPkcs8PrivateKeyPem());
        return path;
    });

    private readonly ServiceProvider _services;

    private SequencerHost(ServiceProvider services, string publishedFile)
    {
        _services = services;
        Published = new PublishedFile(publishedFile);
    }

    public static string KeyFile => SharedKey.Value;

    public ITreeState State => _services.GetRequiredService<ITreeState>();

    public PublishedFile Published { get; }

    public static SequencerHost Build(string connectionString, string? publishedFile = null, params ICheckpointSink[] sinks) =>
        Build(connectionString, KeyFile, publishedFile, sinks);

    public static SequencerHost Build(string connectionString, string keyFile, string? publishedFile, params ICheckpointSink[] sinks)
    {
        publishedFile ??= NewFile("published");
        var values = new Dictionary<string, string?>
        {
            ["ConnectionString"] = connectionString,
            ["SigningKeyFile"] = keyFile,
            ["Origin"] = Origin,
            ["PublishedFile"] = publishedFile,
            ["Interval"] = "00:00:00.1",
        };
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        foreach (var sink in sinks)
        {
            services.AddSingleton(sink);
        }

        services.AddKpsSequencer(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        return new SequencerHost(services.BuildServiceProvider(), publishedFile);
    }

    public static async Task<SequencerHost> StartAsync(TestDatabase database, string? publishedFile = null)
    {
        var host = Build(database.Sequencer, publishedFile);
        await host.StartAsync();
        return host;
    }

    public static string NewFile(string name) => Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}-{name}");

    public static NoteVerifier Verifier(int generation = 1)
    {
        using var key = EcdsaNoteKey.FromPem(File.ReadAllText(KeyFile));
        return NoteVerifier.Of(TreeHead.OriginOf(Origin, generation), key.PublicKey.Span);
    }

    public static SignedNote Sign(Checkpoint checkpoint)
    {
        using var key = EcdsaNoteKey.FromPem(File.ReadAllText(KeyFile));
        return checkpoint.Sign(key);
    }

    public Task StartAsync() => _services.GetRequiredService<Sequencer>().StartAsync(CancellationToken.None);

    public Task StopAsync() => _services.GetRequiredService<Sequencer>().StopAsync(CancellationToken.None);

    public Task SealedAsync(long size) => UntilAsync(() => State.Size == size, () => $"{size} leaves; there are {State.Size}, the node is {State.Role} {State.Halt}");

    public Task BecameAsync(TreeRole role) => UntilAsync(() => State.Role == role, () => $"{role}; it is {State.Role} {State.Halt}");

    public static async Task UntilAsync(Func<bool> condition, Func<string> what)
    {
        for (var attempt = 0; attempt < 1200; attempt++)
        {
            if (condition())
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail($"After a minute still not {what()}");
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
    }
}
