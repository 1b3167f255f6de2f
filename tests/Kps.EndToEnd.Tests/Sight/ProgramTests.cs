using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Kps.Audit.Sequencing;
using Kps.EndToEnd.Tests.Harness;
using Kps.Evidence.Notes;
using Kps.Evidence.Trees;
using Kps.TestSupport;

namespace Kps.EndToEnd.Tests.Sight;

/// <summary>The program as an operator starts, checks and stops it.</summary>
public sealed class ProgramTests
{
    private TestEnvironment _environment = null!;
    private int _port;
    private string _configuration = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _environment = await SharedHouse.OpenAsync();
        _port = TestCluster.FreePort();
        _configuration = _environment.Certificates.FileIn("program.json");
        await File.WriteAllTextAsync(_configuration, Configuration().ToJsonString());
    }

    [Test]
    public async Task SigTerm_EndsWithZero()
    {
        using var program = Start("--config", _configuration);
        await WaitUntilReadyAsync(program);
        using var kill = Process.Start("kill", ["-TERM", program.Id.ToString()]);
        var output = program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.That(program.ExitCode, Is.Zero);
        var text = await output;
        Assert.That(text.IndexOf("not ready from now on", StringComparison.Ordinal), Is.GreaterThanOrEqualTo(0), text);
        Assert.That(text.IndexOf("everything accepted was committed", StringComparison.Ordinal), Is.GreaterThan(text.IndexOf("not ready from now on", StringComparison.Ordinal)), text);
    }

    [Test]
    public async Task CheckConfig_OfAGoodFileSaysSoAndStartsNothing()
    {
        using var program = Start("--check-config", "--config", _configuration);
        await program.WaitForExitAsync();

        Assert.That(program.ExitCode, Is.Zero, await program.StandardError.ReadToEndAsync());
        Assert.That(await program.StandardOutput.ReadToEndAsync(), Is.EqualTo("The configuration is valid.\n"));
    }

    [Test]
    public async Task CheckConfig_OfABadFileNamesEveryError()
    {
        var bad = Configuration();
        bad["Audit"]!["QueueCapacty"] = 5;
        bad["Registry"]!["FailureLimit"] = 1;
        bad["Mernis"]!["PasswordFile"] = "/nowhere";
        var file = _environment.Certificates.FileIn("bad.json");
        await File.WriteAllTextAsync(file, bad.ToJsonString());
        using var program = Start("--check-config", "--config", file);
        await program.WaitForExitAsync();

        Assert.That(program.ExitCode, Is.EqualTo(1));
        var errors = (await program.StandardError.ReadToEndAsync()).TrimEnd().Split('\n');
        Assert.That(errors, Has.Length.EqualTo(3), string.Join('\n', errors));
        Assert.That(errors, Has.One.Contains("QueueCapacty").And.One.Contains("FailureLimit").And.One.Contains("PasswordFile"));
        Assert.That(await program.StandardOutput.ReadToEndAsync(), Is.Empty);
    }

    [Test]
    public async Task DatabaseThatWasSetBack_IsNotServed()
    {
        var published = new PublishedFile(_environment.Certificates.FileIn("published-elsewhere"));
        using (var key = EcdsaNoteKey.Create())
        {
            await published.PublishAsync(new Checkpoint("kps.example/denetim", 1_000_000, TreeHash.Empty).Sign(key), CancellationToken.None);
        }

        var configuration = Configuration();
        configuration["Sequencer"] = new JsonObject
        {
            ["ConnectionString"] = _environment.Database.Sequencer,
            ["SigningKeyFile"] = _environment.Certificates.FileIn("seal.pem"),
            ["Origin"] = "kps.example/denetim",
            ["PublishedFile"] = published.Path,
        };
        var file = _environment.Certificates.FileIn("set-back.json");
        await File.WriteAllTextAsync(file, configuration.ToJsonString());
        using var program = Start("--config", file);
        var output = program.StandardOutput.ReadToEndAsync();
        var error = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.That(program.ExitCode, Is.EqualTo(1), await output);
        Assert.That(error, Does.Contain("the published checkpoint 1000000").And.Contain("set back").And.Contain("rebase --reason"));
    }

    [Test]
    public async Task Password_OnTheCommandLineIsRefused()
    {
        using var program = Start("--config", _configuration, $"--Audit:ConnectionString={_environment.Database.Gateway}");
        await program.WaitForExitAsync();

        Assert.That(program.ExitCode, Is.EqualTo(1));
        Assert.That(await program.StandardError.ReadToEndAsync(), Does.StartWith("Audit:ConnectionString stands on the command line"));
    }

    private static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo(
            Environment.ProcessPath is { } host && Path.GetFileName(host) == "dotnet" ? host : "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Kps.Gateway.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private JsonObject Configuration() => new()
    {
        ["Gateway"] = new JsonObject { ["PublicUrl"] = "https://localhost" },
        ["Registry"] = new JsonObject { ["ConnectionString"] = _environment.Database.Gateway },
        ["Audit"] = new JsonObject
        {
            ["ConnectionString"] = _environment.Database.Gateway,
            ["MasterKeyFile"] = _environment.Certificates.FileIn("master.key"),
            ["NodeName"] = "program",
        },
        ["Mernis"] = new JsonObject
        {
            ["StsUrl"] = _environment.Nvi.StsUrl.ToString(),
            ["RouterUrl"] = _environment.Nvi.RouterUrl.ToString(),
            ["UserName"] = "KRM-SIMULATOR",
            ["PasswordFile"] = _environment.Certificates.FileIn("nvi.password"),
            ["TrustedCaFile"] = _environment.Certificates.CaFile,
        },
        ["Kestrel"] = new JsonObject
        {
            ["Endpoints"] = new JsonObject
            {
                ["Https"] = new JsonObject
                {
                    ["Url"] = $"https://localhost:{_port}",
                    ["Certificate"] = new JsonObject { ["Path"] = _environment.Certificates.CertificateFile, ["KeyPath"] = _environment.Certificates.KeyFile },
                },
            },
        },
    };

    private async Task WaitUntilReadyAsync(Process program)
    {
        for (var attempt = 0; ; attempt++)
        {
            Assert.That(attempt < 600 && !program.HasExited, Is.True, "The program did not become ready.");
            try
            {
                using var ready = await _environment.Http.GetAsync(new Uri($"https://localhost:{_port}/health/ready"));
                if (ready.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!program.HasExited)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }
    }
}
