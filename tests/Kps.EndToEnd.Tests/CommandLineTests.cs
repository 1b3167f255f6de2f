using System.Globalization;
using System.Text.Json;
using Kps.Cli;
using Kps.Cli.AuditLog;
using Kps.EndToEnd.Tests.Harness;
using Kps.Gateway.Call;

namespace Kps.EndToEnd.Tests;

/// <summary>The operator's commands against the running house: ask through the door, read the log.</summary>
public sealed class CommandLineTests
{
    private TestEnvironment _environment = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _environment = await SharedHouse.OpenAsync();

    [Test]
    public async Task Query_Citizen_PrintsThePersonAndTheLogShowsTheCall()
    {
        var (exitCode, output, error) = await QueryAsync(_environment.Samples.Citizen.Value, _environment.User.Password);

        Assert.That((exitCode, error), Is.EqualTo((0, string.Empty)));
        Assert.That(output, Does.Contain("Kütük                T.C. vatandaşı"));
        var islemNo = output.Trim()[^13..];
        var (_, sentence, _) = await RunAsync("audit", "--islem-no", islemNo);
        Assert.That(sentence, Does.Contain("BilesikKisiSorgula · kişi #").And.Contain("kayıt bulundu").And.Contain(islemNo));
    }

    [Test]
    public async Task Query_Nobody_EndsWithTwo()
    {
        var (exitCode, output, _) = await QueryAsync(_environment.Samples.Unknown.Value, _environment.User.Password);

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(output, Does.Contain("(kod 2)"));
    }

    [Test]
    public async Task Query_WrongPassword_EndsWithOneAndTheLogKnowsTheTrueCause()
    {
        var (exitCode, output, error) = await QueryAsync(_environment.Samples.Citizen.Value, "Yanlis-Sifre-1");

        Assert.That((exitCode, output), Is.EqualTo((1, string.Empty)));
        Assert.That(error, Does.Contain("doğrulanamadı").And.Contain("İşlem No: "));
        var (_, sentence, _) = await RunAsync("audit", "--islem-no", error.Trim()[^13..]);
        Assert.That(sentence, Does.Contain("reddedildi: şifre yanlış"));
    }

    [Test]
    public async Task Query_InvalidNumber_EndsWithOneAndTheGatewaysWords()
    {
        var (exitCode, _, error) = await QueryAsync(_environment.Samples.Invalid.Value, _environment.User.Password);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(error, Does.StartWith("Hata 5201: Kimlik numarası geçerli değil"));
    }

    [Test]
    public async Task Query_UntrustedCertificate_SendsNothing()
    {
        var (exitCode, output, error) = await QueryAsync(_environment.Samples.Citizen.Value, _environment.User.Password, trusted: false);

        Assert.That((exitCode, output), Is.EqualTo((1, string.Empty)));
        Assert.That(error, Does.StartWith("Geçide ulaşılamadı (SecureConnectionError)"));
    }

    [Test]
    public void OutcomeWords_EveryFaultCode_IsKnown()
    {
        var unknown = Enum.GetValues<FaultCode>().Where(code => code != FaultCode.None && !OutcomeWords.Knows((int)code));

        Assert.That(unknown, Is.Empty, "The operator reads words, not numbers.");
    }

    private async Task<(int ExitCode, string Out, string Error)> QueryAsync(long kimlikNo, string password, bool trusted = true)
    {
        var passwordFile = PathOf("password");
        await File.WriteAllTextAsync(passwordFile, password);
        var ca = _environment.Certificates.CaFile;
        if (!trusted)
        {
            using var others = new TestCertificates();
            ca = PathOf("other-ca.pem");
            File.Copy(others.CaFile, ca);
        }

        return await RunAsync(
            "query", kimlikNo.ToString(CultureInfo.InvariantCulture), "--user", _environment.User.UserName, "--password-file", passwordFile,
            "--url", _environment.RouterUrl.AbsoluteUri, "--ca", ca);
    }

    private async Task<(int ExitCode, string Out, string Error)> RunAsync(params string[] args)
    {
        var settings = PathOf("settings.json");
        await File.WriteAllTextAsync(settings, JsonSerializer.Serialize(new Dictionary<string, string> { ["Panel:ConnectionString"] = _environment.Database.Panel }));
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(
            [.. args, "--config", settings], new Terminal(TextReader.Null, output, error, TimeProvider.System), CancellationToken.None);
        return (exitCode, output.ToString(), error.ToString());
    }

    private static string PathOf(string name) => Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}-{name}");
}
