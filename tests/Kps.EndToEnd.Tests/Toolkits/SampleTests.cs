using System.Globalization;
using Kps.Contracts;
using Kps.EndToEnd.Tests.Harness;

namespace Kps.EndToEnd.Tests.Toolkits;

/// <summary>The samples of docs/integrators, run as they stand there: each prints the işlem no, then the person (or yes or no), the HataBilgisi or the fault.</summary>
public sealed class SampleTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "docs", "integrators", "samples");

    private TestEnvironment _environment = null!;
    private string _dotnetProgram = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _environment = await SharedHouse.OpenAsync();
        _dotnetProgram = await BuildDotnetAsync();
    }

    [Test]
    public async Task Sample_ForACitizen_PrintsTheName([ValueSource(nameof(Samples))] string sample) =>
        await CheckPersonAsync(sample, _environment.Samples.Citizen.Value);

    [Test]
    public async Task Sample_ForAForeigner_PrintsTheName([ValueSource(nameof(Samples))] string sample) =>
        await CheckPersonAsync(sample, _environment.Samples.Foreigner.Value);

    [Test]
    public async Task Sample_ForANumberNobodyHas_PrintsTheHataBilgisi([ValueSource(nameof(Samples))] string sample)
    {
        var end = await RunAsync(sample, _environment.User, _environment.Samples.Unknown.Value);

        Assert.That(end.ExitCode, Is.EqualTo(1), end.ToString());
        Assert.That(end.Output, Does.Match("^IslemNo [0-9A-Z]{13}\nHataBilgisi 2: Aradığınız kriterlere uygun kayıt bulunamadı"));
    }

    [Test]
    public async Task Verification_OfTheRightCard_IsYes_AndOfAWrongOneNo([ValueSource(nameof(Verifications))] string sample)
    {
        var right = await RunAsync(sample, _environment.User, _environment.Samples.CardHolder.Value);
        var wrong = await RunAsync(sample, _environment.User, _environment.Samples.CardHolder.Value, serial: "A00A00000");

        Assert.That((right.ExitCode, right.Output), Is.EqualTo((0, $"IslemNo {IslemNoOf(right)}\nDoğrulandı\n")), right.ToString());
        Assert.That((wrong.ExitCode, wrong.Output), Is.EqualTo((1, $"IslemNo {IslemNoOf(wrong)}\nDoğrulanmadı\n")), wrong.ToString());
        Assert.That((await _environment.AuditOfAsync(IslemNoOf(right))).Opening.Operation, Is.EqualTo(KpsOperation.KisiVeCuzdanDogrula));
    }

    [Test]
    public async Task Verification_OfANumberThatCanBeNobodys_PrintsTheHataBilgisi([ValueSource(nameof(Verifications))] string sample)
    {
        var end = await RunAsync(sample, _environment.User, _environment.Samples.Invalid.Value);

        Assert.That(end.ExitCode, Is.EqualTo(1), end.ToString());
        Assert.That(end.Output, Does.Match("^IslemNo [0-9A-Z]{13}\nHataBilgisi 5201: Kimlik numarası geçerli değil"));
    }

    /// <summary>What a careless message writer breaks on is part of the password.</summary>
    [Test]
    public async Task Sample_WithAWrongPassword_PrintsTheFault([ValueSource(nameof(All))] string sample)
    {
        var user = await _environment.AddUserAsync();

        var end = await RunAsync(sample, user with { Password = user.Password + "&<'\"\\>" }, _environment.Samples.CardHolder.Value);

        Assert.That(end.ExitCode, Is.EqualTo(2), end.ToString());
        Assert.That(end.Error, Does.Contain("Fault 3006: Kullanıcı adı, web servis şifresi ya da IP adresi doğrulanamadı. Görülen adres: "));
        Assert.That((await _environment.AuditOfAsync(IslemNoOf(end))).Opening.Cause, Is.EqualTo("WrongPassword"));
    }

    /// <summary>Whoever answers in the gateway's name with another CA's certificate is told no password.</summary>
    [Test]
    public async Task Sample_WithAnotherCa_SendsNothing([ValueSource(nameof(All))] string sample)
    {
        using var others = new TestCertificates();

        var end = await RunAsync(sample, _environment.User, _environment.Samples.CardHolder.Value, others.CaFile);

        Assert.That(end.ExitCode, Is.Not.Zero.And.Not.EqualTo(2), end.ToString());
        Assert.That(end.Output, Does.Not.Contain("IslemNo"));
    }

    [Test]
    public void EverySampleFile_IsRun() =>
        Assert.That(
            Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)),
            Is.EquivalentTo(All()));

    private static string[] All() => [.. Samples(), .. Verifications()];

    private static string[] Verifications() => ["php/dogrula.php"];

    private static string[] Samples() =>
        ["curl/sorgu.sh", "php/sorgu.php", "dotnet/Program.cs", "java/Sorgu.java", "python/sorgu_zeep.py", "python/sorgu_urllib.py", "python/jeton_urllib.py", "node/sorgu.js"];

    private async Task CheckPersonAsync(string sample, long number)
    {
        var end = await RunAsync(sample, _environment.User, number);

        Assert.That(end.ExitCode, Is.Zero, end.ToString());
        var person = _environment.Nvi.Population.Find(number)!;
        Assert.That(end.Output, Is.EqualTo($"IslemNo {IslemNoOf(end)}\n{person.Ad} {person.Soyad}\n"));
        Assert.That((await _environment.AuditOfAsync(IslemNoOf(end))).Opening.UserId, Is.EqualTo(_environment.User.Id));
    }

    private static string IslemNoOf(ToolEnd end) =>
        (end.Output + end.Error).Split('\n').Single(line => line.StartsWith("IslemNo ", StringComparison.Ordinal))["IslemNo ".Length..];

    private Task<ToolEnd> RunAsync(string sample, TestUser user, long number, string? caFile = null, string? serial = null)
    {
        var holder = _environment.Nvi.Population.Find(_environment.Samples.CardHolder.Value)!;
        var file = Path.Combine(Folder, sample);
        (string Package, string Program, string[] Arguments) run = Path.GetExtension(sample) switch
        {
            ".sh" => ("curl libxml2-utils", "bash", [file]),
            ".php" => ("php-cli php-soap", "php", ["-d", "soap.wsdl_cache_enabled=0", file]),
            ".cs" => ("dotnet-sdk-10.0", "dotnet", [_dotnetProgram]),
            ".java" => ("default-jdk-headless", "java", [file]),
            ".py" => ("python3-zeep", "/usr/bin/python3", [file]),
            ".js" => ("nodejs npm", "node", [file]),
            _ => throw new ArgumentOutOfRangeException(nameof(sample), sample, "Nobody knows how to run it."),
        };
        return ExternalTool.EndAsync(run.Package, run.Program, run.Arguments, string.Empty, environment: new Dictionary<string, string>
        {
            ["KPS_URL"] = (Verifications().Contains(sample) ? _environment.EkUrl : _environment.RouterUrl).ToString(),
            ["KPS_CA"] = caFile ?? _environment.Certificates.CaFile,
            ["KPS_KULLANICI"] = user.UserName,
            ["KPS_SIFRE"] = user.Password,
            ["KPS_KIMLIK_NO"] = number.ToString(CultureInfo.InvariantCulture),
            ["KPS_AD"] = holder.Ad,
            ["KPS_SOYAD"] = holder.Soyad,
            ["KPS_DOGUM_TARIHI"] = string.Create(CultureInfo.InvariantCulture, $"{holder.DogumTarih.Yil:0000}-{holder.DogumTarih.Ay:00}-{holder.DogumTarih.Gun:00}"),
            ["KPS_TCKK_SERI_NO"] = serial ?? holder.KimlikKarti!.SeriNo,
            ["NODE_PATH"] = Path.Combine(AppContext.BaseDirectory, "Toolkits", "node", "node_modules"),
        });
    }

    /// <summary>Builds the .NET sample as the Program.cs of what `dotnet new console` makes, away from this repository's own rules.</summary>
    /// <returns>The program's dll.</returns>
    private async Task<string> BuildDotnetAsync()
    {
        var directory = Directory.CreateDirectory(_environment.Certificates.FileIn("dotnet-sample")).FullName;
        File.Copy(Path.Combine(Folder, "dotnet", "Program.cs"), Path.Combine(directory, "Program.cs"));
        await File.WriteAllTextAsync(Path.Combine(directory, "Sorgu.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
            </Project>
            """);
        await ExternalTool.RunAsync("dotnet-sdk-10.0", "dotnet", ["build", "-warnaserror", "--nologo", "-o", "out"], string.Empty, directory);
        return Path.Combine(directory, "out", "Sorgu.dll");
    }
}
