using System.Text.Json.Nodes;
using Kps.EndToEnd.Tests.Harness;

namespace Kps.EndToEnd.Tests.Toolkits;

/// <summary>A SOAP toolkit as an external process: generates its client from the live WSDL, CA verified, and asks.</summary>
/// <param name="UserAgent">How its calls are known in the log.</param>
/// <param name="Package">Debian package that brings it.</param>
/// <param name="Program">Interpreter.</param>
/// <param name="Script">Path below the test directory.</param>
internal sealed record Toolkit(string UserAgent, string Package, string Program, string Script)
{
    public static Toolkit Php { get; } = new("PHP-SOAP", "php-cli php-soap", "php", "Toolkits/php/query.php");

    public static Toolkit Zeep { get; } = new("Zeep", "python3-zeep", "/usr/bin/python3", "Toolkits/zeep/query.py");

    public async Task<JsonNode> RunAsync(TestEnvironment environment, ToolkitTask task)
    {
        var numbers = new JsonArray();
        foreach (var number in task.Numbers)
        {
            numbers.Add(number);
        }

        var input = new JsonObject
        {
            ["wsdl"] = new Uri(environment.RouterUrl, "?singleWsdl").ToString(),
            ["ca"] = environment.Certificates.CaFile,
            ["soap"] = task.IsSoap12 ? "1.2" : "1.1",
            ["auth"] = task.Auth,
            ["addressing"] = task.Addressing,
            ["userName"] = task.User.UserName,
            ["password"] = task.User.Password,
            ["numbers"] = numbers,
        };
        var output = await ExternalTool.RunAsync(Package, Program, [Path.Combine(AppContext.BaseDirectory, Script)], input.ToJsonString());
        return JsonNode.Parse(output)!;
    }

    public async Task<IReadOnlyList<ToolkitAnswer>> AskAsync(TestEnvironment environment, ToolkitTask task)
    {
        var output = await RunAsync(environment, task);
        Assert.That(output["fault"], Is.Null, output.ToJsonString());
        Assert.That(output["operations"]!.ToJsonString(), Does.Contain("BilesikKisiSorgula"));
        return [.. output["answers"]!.AsArray().Select(answer => new ToolkitAnswer(answer!["result"]!, SoapReply.Received((string)answer["raw"]!)))];
    }
}
