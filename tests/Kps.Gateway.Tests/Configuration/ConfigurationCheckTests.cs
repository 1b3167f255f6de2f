using Kps.Gateway.Configuration;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Tests.Configuration;

/// <summary>A wrong configuration is refused before anything starts, with everything that is wrong at once.</summary>
internal sealed class ConfigurationCheckTests
{
    private SettingsFiles _files = null!;

    [SetUp]
    public void CreateFiles() => _files = new SettingsFiles();

    [TearDown]
    public void DeleteFiles() => _files.Dispose();

    [Test]
    public void Valid_IsTaken() => Assert.That(() => Build(), Throws.Nothing);

    [Test]
    public void EverySection_IsHeardAtOnce()
    {
        var errors = ErrorsOf(
            "--Gateway:StopDelay=00:02:00",
            "--Admission:InstitutionSharePercent=0",
            "--Registry:FailureLimit=1",
            "--Audit:QueueCapacity=1",
            "--Mernis:MaxConcurrency=0",
            "--Mernis:RouterUrl=ftp://router.example/",
            "--Telemetry:SampleRatio=2",
            "--Kestrel:Endpoints:Https:Certificate:Path=/nowhere.pem",
            "--Logging:LogLevel:Default=Loud");

        Assert.That(errors, Has.Count.EqualTo(9), string.Join('\n', errors));
        foreach (var key in new[]
        {
            "Gateway:StopDelay", "Admission:InstitutionSharePercent", "FailureLimit", "QueueCapacity", "MaxConcurrency", "RouterUrl", "Telemetry:SampleRatio", "Kestrel:Endpoints:Https", "Logging:LogLevel:Default",
        })
        {
            Assert.That(errors, Has.One.Contains(key));
        }
    }

    [TestCase("Gateway")]
    [TestCase("Admission")]
    [TestCase("Registry")]
    [TestCase("Audit")]
    [TestCase("Mernis")]
    [TestCase("Telemetry")]
    [TestCase("Kestrel")]
    [TestCase("Kestrel:Endpoints:Https")]
    [TestCase("Kestrel:Endpoints:Https:Certificate")]
    public void UnknownKey_IsNamed(string section) =>
        Assert.That(ErrorsOf($"--{section}:Bogus=1"), Has.One.StartsWith($"{section}:Bogus is not"));

    [TestCase("--Audit:QueueCapacity=many", "Audit:QueueCapacity", "whole number")]
    [TestCase("--Registry:PollInterval=soon", "Registry:PollInterval", "time span")]
    [TestCase("--Mernis:SendSorgulayan=evet", "Mernis:SendSorgulayan", "true or false")]
    [TestCase("--Telemetry:SampleRatio=half", "Telemetry:SampleRatio", "number")]
    [TestCase("--Gateway:AllowedHosts=kps.example", "Gateway:AllowedHosts", "list")]
    [TestCase("--Audit:NodeName:0=a", "Audit:NodeName", "one value")]
    [TestCase("--Mernis:SuppliedWsdls=il.wsdl", "Mernis:SuppliedWsdls", "table")]
    [TestCase("--Mernis:SuppliedWsdls:AksOkuTumIlServis:0=il.wsdl", "Mernis:SuppliedWsdls", "table")]
    [TestCase("--Mernis:AllowByAnalogy=true", "Mernis:AllowByAnalogy", "not a setting")]
    public void UnreadableValue_IsNamed(string argument, string key, string says) =>
        Assert.That(ErrorsOf(argument), Has.One.StartsWith(key).And.One.Contains(says));

    [Test]
    public void TableOfFiles_ReachesItsRules() =>
        Assert.That(ErrorsOf("--Mernis:SuppliedWsdls:AksOkuTumIlServis=/nowhere/il.wsdl"), Has.One.Contains("SuppliedWsdls:AksOkuTumIlServis (/nowhere/il.wsdl)"));

    [Test]
    public void Secret_InTheConfigurationIsNoSetting() =>
        Assert.That(ErrorsOf("--Mernis:Password=cokgizli"), Has.One.StartsWith("Mernis:Password is not").And.None.Contains("cokgizli"));

    [Test]
    public void Secret_FromAFileIsTaken()
    {
        var file = _files.FileIn("gateway.json");
        File.WriteAllText(file, """{ "Audit": { "ConnectionString": "Host=192.0.2.1;Database=kps;Username=kps_gateway;Password=cokgizli" } }""");
        string[] arguments = [.. _files.Valid().Where(argument => !argument.StartsWith("--Audit:ConnectionString", StringComparison.Ordinal)), $"--config={file}"];

        Assert.That(() => GatewayHost.Build(arguments).DisposeAsync().AsTask().Wait(), Throws.Nothing);
    }

    [Test]
    public void Certificate_WithoutItsKeyIsRefused()
    {
        File.Copy(_files.KeyFile, _files.FileIn("other.key"));
        _files.WriteCertificate("CN=two");

        Assert.That(ErrorsOf($"--Kestrel:Endpoints:Https:Certificate:KeyPath={_files.FileIn("other.key")}"), Has.One.StartsWith("Kestrel:Endpoints:Https:Certificate cannot be used"));
    }

    [Test]
    public void MissingFile_IsSaidPlainly() =>
        Assert.That(() => GatewayHost.Build(["--config=/nowhere/gateway.json"]), Throws.InstanceOf<ConfigurationFileException>().With.Message.Contains("/nowhere/gateway.json"));

    [Test]
    public void BrokenFile_IsSaidPlainly()
    {
        var file = _files.FileIn("gateway.json");
        File.WriteAllText(file, "{ \"Audit\": ");

        Assert.That(() => GatewayHost.Build([$"--config={file}"]), Throws.InstanceOf<ConfigurationFileException>().With.Message.Contains(file));
    }

    private void Build(string environment = "Production", params string[] further)
    {
        var host = GatewayHost.Build([.. _files.Valid(environment), .. further]);
        host.DisposeAsync().AsTask().Wait();
    }

    private IReadOnlyList<string> ErrorsOf(params string[] further)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Build("Production", further));
        return [.. refusal!.Failures];
    }
}
