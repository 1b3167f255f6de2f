using System.Security.Cryptography;
using Kps.Audit.Sequencing;
using Kps.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kps.Cli.Tests.AuditLog;

/// <summary>A node that seals a test's log once, with a key of its own.</summary>
internal static class Sealing
{
    /// <summary>Seals all there is.</summary>
    public static async Task OnceAsync(TestDatabase database)
    {
        var keyFile = CliRun.NewPath("seal.pem");
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        {
            await File.WriteAllTextAsync(keyFile, key.ExportPkcs8PrivateKeyPem());
        }

        var settings = new Dictionary<string, string?>
        {
            ["ConnectionString"] = database.Sequencer,
            ["SigningKeyFile"] = keyFile,
            ["Origin"] = "kps.example/denetim",
            ["PublishedFile"] = CliRun.PublishedFileOf(database),
            ["Interval"] = "00:00:00.1",
        };
        await using var services = new ServiceCollection().AddLogging()
            .AddKpsSequencer(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        var sequencer = services.GetServices<IHostedService>().Single();
        await sequencer.StartAsync(CancellationToken.None);
        var state = services.GetRequiredService<ITreeState>();
        for (var attempt = 0; state.WaitingRows != 0; attempt++)
        {
            Assert.That(attempt, Is.LessThan(1200), $"The node is {state.Role} {state.Halt}");
            await Task.Delay(50);
        }

        await sequencer.StopAsync(CancellationToken.None);
    }
}
