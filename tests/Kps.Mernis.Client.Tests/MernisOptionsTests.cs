using Kps.Mernis.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kps.Mernis.Tests;

public sealed class MernisOptionsTests
{
    [Test]
    public void EmptySection_IsRefused_WithEveryErrorAtOnce()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Client([]))!;
        Assert.That(exception.Failures, Has.Some.Contains("StsUrl").And.Some.Contains("RouterUrl").And.Some.Contains("UserName").And.Some.Contains("PasswordFile"));
    }

    [TestCase("StsUrl", "http://nvi.example/", "StsUrl")]
    [TestCase("RouterUrl", "ftp://nvi.example/", "RouterUrl")]
    [TestCase("RouterUrl", "https://user:x@nvi.example/", "RouterUrl")]
    [TestCase("RouterUrl", "/relative", "RouterUrl")]
    [TestCase("AppliesTo", "relative", "AppliesTo")]
    [TestCase("UserName", "", "UserName")]
    [TestCase("UserName", "a\u0001", "UserName")]
    [TestCase("PasswordFile", "/nowhere/at/all", "PasswordFile")]
    [TestCase("TrustedCaFile", "/nowhere/at/all", "TrustedCaFile")]
    [TestCase("MaxConcurrency", "0", "MaxConcurrency")]
    [TestCase("QueueLimit", "-1", "QueueLimit")]
    [TestCase("QueueTimeout", "00:00:25", "QueueTimeout")]
    [TestCase("TotalTimeout", "00:00:00", "TotalTimeout")]
    [TestCase("AttemptTimeout", "00:00:26", "AttemptTimeout")]
    [TestCase("StsTimeout", "00:00:25", "StsTimeout")]
    [TestCase("ConnectTimeout", "00:00:11", "ConnectTimeout")]
    [TestCase("MaxAnswerBytes", "1", "MaxAnswerBytes")]
    [TestCase("BreakerFailureRatio", "0", "BreakerFailureRatio")]
    [TestCase("BreakerMinimumThroughput", "1", "BreakerMinimumThroughput")]
    [TestCase("BreakerSamplingDuration", "00:00:00.1", "BreakerSamplingDuration")]
    [TestCase("BreakerBreakDuration", "00:00:00.1", "BreakerBreakDuration")]
    [TestCase("StsHoldOff", "00:01:00", "StsHoldOff")]
    public void WrongValue_IsRefusedByName(string key, string value, string named)
    {
        using var password = new TemporaryPassword();
        var values = Working(password);
        values[key] = value;
        var exception = Assert.Throws<OptionsValidationException>(() => Client(values))!;
        Assert.That(exception.Failures, Has.Some.StartsWith(named));
    }

    [Test]
    public void FileWithoutCertificates_IsRefused()
    {
        using var password = new TemporaryPassword();
        var values = Working(password);
        values["TrustedCaFile"] = password.Path;
        Assert.That(() => Client(values), Throws.InstanceOf<OptionsValidationException>().With.Message.Contains("TrustedCaFile"));
    }

    [Test]
    public void MisspelledKey_IsRefused()
    {
        using var password = new TemporaryPassword();
        var values = Working(password);
        values["Timeout"] = "1";
        Assert.That(() => Client(values), Throws.InvalidOperationException);
    }

    [Test]
    public void WorkingSection_GivesOneClient()
    {
        using var password = new TemporaryPassword();
        using var services = Services(Working(password));
        Assert.That(services.GetRequiredService<MernisClient>(), Is.SameAs(services.GetRequiredService<MernisClient>()));
    }

    [Test]
    public void Defaults_AreTheDutiesOfD28()
    {
        var options = new MernisOptions();
        Assert.That((options.TotalTimeout, options.AttemptTimeout, options.StsTimeout), Is.EqualTo((TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(5))));
        Assert.That((options.MaxAnswerBytes, options.SendSorgulayan, options.AllowPlainHttp), Is.EqualTo((1024 * 1024, false, false)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Sorgulayan_IsToldOnlyWhenSwitchedOn(bool on)
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi, new() { ["SendSorgulayan"] = on ? "true" : "false" });
        await client.AskAsync(sorgulayan: Answers.Other);
        Assert.That(nvi.RouterRequests.Single().Contains($">{Answers.Other.Value}</Sorgulayan>"), Is.EqualTo(on));
    }

    [Test]
    public async Task Requests_CarryNothingHttpClientAddsOfItsOwnAccord()
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi);
        await client.AskAsync();
        using (new System.Diagnostics.Activity("call").Start())
        {
            await client.AskAsync();
        }

        foreach (var headers in nvi.RouterHeaders)
        {
            Assert.That(headers.Keys, Is.EquivalentTo(new[] { "Host", "Content-Type", "Content-Length" }));
            Assert.That(headers["Content-Type"], Is.EqualTo("application/soap+xml; charset=utf-8"));
        }
    }

    private static Dictionary<string, string?> Working(TemporaryPassword password) => new(StringComparer.Ordinal)
    {
        ["StsUrl"] = "https://sts.example/sts",
        ["RouterUrl"] = "https://router.example/router",
        ["UserName"] = "KRM-DENEME",
        ["PasswordFile"] = password.Path,
    };

    private static void Client(Dictionary<string, string?> values)
    {
        using var services = Services(values);
        services.GetRequiredService<MernisClient>();
    }

    private static ServiceProvider Services(Dictionary<string, string?> values)
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create("Mernis:" + pair.Key, pair.Value))).Build().GetSection("Mernis");
        return new ServiceCollection().AddMernisClient(section).BuildServiceProvider();
    }

    private sealed class TemporaryPassword : IDisposable
    {
        public TemporaryPassword() => File.WriteAllText(Path, "parola");

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
