using Microsoft.Extensions.Configuration;
using Nvi.Simulator.Host;

namespace Nvi.Simulator.Tests.Host;

internal sealed class HostSettingsTests
{
    private string _passwordFile = null!;

    [SetUp]
    public void WritePassword()
    {
        _passwordFile = Path.Combine(TestContext.CurrentContext.WorkDirectory, Path.GetRandomFileName());
        File.WriteAllText(_passwordFile, " gizli \n");
    }

    [TearDown]
    public void RemovePassword() => File.Delete(_passwordFile);

    private NviSimulatorOptions Read(params string[] arguments) =>
        HostSettings.Read(new ConfigurationBuilder().AddCommandLine([.. arguments, "--PasswordFile", _passwordFile]).Build(), "Test");

    [Test]
    public void Settings_HaveDefaults()
    {
        var options = Read();

        Assert.That(new[] { options.StsPort, options.RouterPort, options.ControlPort }, Is.EqualTo(new[] { 9443, 9444, 9445 }));
        Assert.That(options.Password.Reveal(), Is.EqualTo(" gizli "));
        Assert.That(options.EnvironmentName, Is.EqualTo("Test"));
        Assert.That(options.UserName, Is.EqualTo("KRM-SIMULATOR"));
        Assert.That(options.PopulationSize, Is.EqualTo(100_000));
        Assert.That(options.TokenLifetime, Is.EqualTo(TimeSpan.FromHours(10)));
        Assert.That(options.IsCanned, Is.False);
        Assert.That(options.Certificate, Is.Null);
    }

    [Test]
    public void Settings_AreRead()
    {
        var options =
            Read("--Port", "0", "--User", "KRM-A", "--People", "5000", "--TokenLifetimeMinutes", "3", "--Canned", "true", "--RouterDelayMilliseconds", "40");

        Assert.That(new[] { options.StsPort, options.RouterPort, options.ControlPort }, Is.EqualTo(new[] { 0, 0, 0 }));
        Assert.That(options.UserName, Is.EqualTo("KRM-A"));
        Assert.That(options.PopulationSize, Is.EqualTo(5_000));
        Assert.That(options.TokenLifetime, Is.EqualTo(TimeSpan.FromMinutes(3)));
        Assert.That(options.RouterDelay, Is.EqualTo(TimeSpan.FromMilliseconds(40)));
        Assert.That(options.IsCanned, Is.True);
    }

    [TestCase("--Prot", "1", "Unknown setting 'Prot'")]
    [TestCase("--Port", "65534", "Port must be")]
    [TestCase("--Port", "x", "Port must be")]
    [TestCase("--Address", "host", "Address must be")]
    [TestCase("--Canned", "yes", "Canned must be")]
    [TestCase("--KeyFile", "key.pem", "go together")]
    public void Settings_AreRefusedWithTheirName(string key, string value, string reason) =>
        Assert.That(() => Read(key, value), Throws.InstanceOf<FormatException>().With.Message.Contains(reason));

    [Test]
    public void Settings_NeedAPasswordFile() =>
        Assert.That(
            () => HostSettings.Read(new ConfigurationBuilder().Build(), "Test"),
            Throws.InstanceOf<FormatException>().With.Message.Contains("PasswordFile is missing"));
}
