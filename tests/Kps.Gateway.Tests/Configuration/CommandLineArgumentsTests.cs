using Kps.Gateway.Configuration;

namespace Kps.Gateway.Tests.Configuration;

internal sealed class CommandLineArgumentsTests
{
    [Test]
    public void CheckConfig_IsTakenOutWhereverItStands()
    {
        var read = CommandLineArguments.Read(["--check-config", "--config", "a.json", "--Audit:NodeName=x"], isDevelopment: false);

        Assert.That(read.IsCheckOnly);
        Assert.That(read.Settings, Is.EqualTo(new[] { "--config", "a.json", "--Audit:NodeName=x" }));
        Assert.That(read.Errors, Is.Empty);
    }

    [TestCase("-x=1")]
    [TestCase("--chek-config")]
    [TestCase("check-config")]
    [TestCase("--verbose=1")]
    public void UnknownWord_IsAnError(string word) => Assert.That(CommandLineArguments.Read([word], isDevelopment: false).Errors, Has.One.Contains("is not an argument"));

    [TestCase("--config")]
    [TestCase("--config", "--check-config")]
    [TestCase("--Audit:NodeName")]
    public void MissingValue_IsAnError(params string[] words) => Assert.That(CommandLineArguments.Read(words, isDevelopment: false).Errors, Has.One.Contains("needs a value"));

    [TestCase("--Audit:ConnectionString=Host=h;Password=cokgizli")]
    [TestCase("--Registry:ConnectionString", "Host=h;pwd=cokgizli")]
    [TestCase("--Audit:ConnectionString=no connection string: cokgizli")]
    [TestCase("--Kestrel:Endpoints:Https:Certificate:Password=cokgizli")]
    [TestCase("--kestrel:certificates:default:password", "cokgizli")]
    public void Secret_IsRefusedOutsideDevelopmentAndNotRepeated(params string[] words)
    {
        Assert.That(CommandLineArguments.Read(words, isDevelopment: false).Errors, Has.One.Contains("stands on the command line").And.None.Contains("cokgizli"));
        Assert.That(CommandLineArguments.Read(words, isDevelopment: true).Errors, Is.Empty);
    }

    [Test]
    public void Environment_IsFoundAmongWhateverWords() =>
        Assert.That(GatewayHost.EnvironmentName(["-x=1", "--check-config", "--environment", "Staging", "word"]), Is.EqualTo("Staging"));

    [Test]
    public void ConnectionStringWithoutPassword_IsTaken() =>
        Assert.That(CommandLineArguments.Read(["--Audit:ConnectionString=Host=h;Passfile=/etc/kps/pgpass"], isDevelopment: false).Errors, Is.Empty);
}
