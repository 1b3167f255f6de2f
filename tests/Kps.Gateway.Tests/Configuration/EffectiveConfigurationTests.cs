using Kps.Gateway.Configuration;

namespace Kps.Gateway.Tests.Configuration;

/// <summary>The hash that stands in the log moves with every setting and with no secret.</summary>
internal sealed class EffectiveConfigurationTests
{
    private SettingsFiles _files = null!;

    [SetUp]
    public void CreateFiles() => _files = new SettingsFiles();

    [TearDown]
    public void DeleteFiles() => _files.Dispose();

    [Test]
    public async Task Secrets_AreNoPartOfIt()
    {
        var plain = await ReadAsync();
        var secret = await ReadAsync(
            "--Registry:ConnectionString=Host=192.0.2.1;Database=kps;Username=kps_gateway;Password=cokgizli",
            "--Kestrel:Endpoints:Https:Certificate:Password=");

        Assert.That(secret.Text, Does.Not.Contain("cokgizli"));
        Assert.That(Section(secret, "Registry"), Is.EqualTo(Section(plain, "Registry")), "A new password is no new configuration.");
    }

    [Test]
    public async Task PathsAndDefaults_AreLines()
    {
        var text = (await ReadAsync()).Text;

        Assert.That(text, Does.Contain($"\nAudit:MasterKeyFile={_files.FileIn("master.key")}\n").And.Contain("\nAudit:QueueCapacity=8192\n"));
        Assert.That(text, Does.Contain("\nGateway:PublicUrl=https://kps.example/\n").And.Contain($"\nKestrel:Endpoints:Https:Certificate:Path={_files.CertificateFile}\n"));
    }

    [Test]
    public async Task Change_ShowsInItsSectionAlone()
    {
        var before = await ReadAsync();
        var after = await ReadAsync("--Audit:QueueCapacity=4096");

        Assert.That(after.Sha256, Is.Not.EqualTo(before.Sha256));
        Assert.That(Section(after, "Audit"), Is.Not.EqualTo(Section(before, "Audit")));
        Assert.That(
            after.SectionHashes.Split(' ').Except(before.SectionHashes.Split(' ')).Select(word => word.Split('=')[0]), Is.EqualTo(new[] { "Audit" }));
        Assert.That((await ReadAsync()).Sha256, Is.EqualTo(before.Sha256), "The same settings have the same hash.");
    }

    [Test]
    [SetCulture("tr-TR")]
    public async Task Culture_DoesNotMoveIt()
    {
        var turkish = await ReadAsync();
        Thread.CurrentThread.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;

        Assert.That((await ReadAsync()).Text, Is.EqualTo(turkish.Text));
    }

    private static string Section(EffectiveConfiguration configuration, string name) =>
        configuration.SectionHashes.Split(' ').Single(word => word.StartsWith(name + "=", StringComparison.Ordinal));

    private async Task<EffectiveConfiguration> ReadAsync(params string[] further)
    {
        await using var host = GatewayHost.Build([.. _files.Valid(), .. further]);
        return EffectiveConfiguration.Read(host.Configuration, host.Services);
    }
}
