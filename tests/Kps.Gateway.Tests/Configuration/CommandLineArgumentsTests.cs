using Kps.Gateway.Configuration;

namespace Kps.Gateway.Tests.Configuration;

internal sealed class CommandLineArgumentsTests
{
    [Test]
    public void CheckConfig_IsTakenOutWhereverItStands()
    {
        var read = CommandLineArguments.Read(["--check-config", "--config", "a.json", "--Audit:NodeName=x"]);

        Assert.That(read.IsCheckOnly);
        Assert.That(read.Settings, Is.EqualTo(new[] { "--config", "a.json", "--Audit:NodeName=x" }));
        Assert.That(read.Errors, Is.Empty);
    }

    [TestCase("--chek-config")]
    [TestCase("check-config")]
    [TestCase("--verbose=1")]
    public void UnknownWord_IsAnError(string word) => Assert.That(CommandLineArguments.Read([word]).Errors, Has.One.Contains("is not an argument"));

    [TestCase("--config")]
    [TestCase("--config", "--check-config")]
    [TestCase("--Audit:NodeName")]
    public void MissingValue_IsAnError(params string[] words) => Assert.That(CommandLineArguments.Read(words).Errors, Has.One.Contains("needs a value"));
}
