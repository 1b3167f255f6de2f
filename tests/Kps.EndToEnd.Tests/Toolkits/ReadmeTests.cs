using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kps.EndToEnd.Tests.Harness;

namespace Kps.EndToEnd.Tests.Toolkits;

/// <summary>The README's first query, run as it stands there: curl by the shell, PHP by php, against a demo.json of the test's house.</summary>
public sealed partial class ReadmeTests
{
    private TestEnvironment _environment = null!;
    private string _directory = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _environment = await SharedHouse.OpenAsync();
        _directory = Directory.CreateTempSubdirectory("kps-readme-").FullName;
        var demo = new JsonObject
        {
            ["urls"] = new JsonObject
            {
                ["router"] = _environment.RouterUrl.ToString(),
                ["singleWsdl"] = new Uri(_environment.RouterUrl, "?singleWsdl").ToString(),
            },
            ["ca"] = _environment.Certificates.CaFile,
            ["username"] = _environment.User.UserName,
            ["password"] = _environment.User.Password,
            ["samples"] = new JsonObject { ["citizen"] = _environment.Samples.Citizen.Value.ToString() },
        };
        Directory.CreateDirectory(Path.Combine(_directory, ".kps"));
        await File.WriteAllTextAsync(Path.Combine(_directory, ".kps", "demo.json"), demo.ToJsonString());
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_directory, recursive: true);

    [Test]
    public async Task Curl_AsInTheReadme_IsAnswered()
    {
        var output = await ExternalTool.RunAsync("curl jq", "bash", ["-euo", "pipefail", "-s"], Sample("sh", "curl --cacert"), _directory);

        var reply = SoapReply.Received(output);
        _environment.Schema.Check(reply);
        Assert.That(reply.At("TCVatandasiKisiKutukleri/KisiBilgisi/TemelBilgisi/Ad"), Is.EqualTo(_environment.Nvi.Population.Find(_environment.Samples.Citizen.Value)!.Ad));
        Assert.That((await _environment.AuditOfAsync(reply.IslemNo)).Opening.ClientStack, Does.StartWith("curl/"));
    }

    [Test]
    public async Task Php_AsInTheReadme_PrintsTheName()
    {
        var output = await ExternalTool.RunAsync("php-cli php-soap", "php", [], "<?php\n" + Sample("php", "SoapClient"), _directory);

        Assert.That(output.Trim(), Is.EqualTo(_environment.Nvi.Population.Find(_environment.Samples.Citizen.Value)!.Ad));
    }

    private static string Sample(string language, string contains)
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));
        return CodeBlock().Matches(readme).Single(block =>
            block.Groups["language"].Value == language && block.Groups["code"].Value.Contains(contains, StringComparison.Ordinal)).Groups["code"].Value;
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();
}
