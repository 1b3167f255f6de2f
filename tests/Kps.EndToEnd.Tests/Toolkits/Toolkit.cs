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

    public static Toolkit Node { get; } = new("node-soap", "nodejs npm", "node", "Toolkits/node/query.js");

    public static Toolkit GSoap { get; } = new("gSOAP", "gsoap libgsoap-dev libssl-dev g++ jq", "bash", "Toolkits/gsoap/query.sh");

    public static Toolkit Named(string name) => name switch
    {
        "php" => Php,
        "zeep" => Zeep,
        "node" => Node,
        "gsoap" => GSoap,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No toolkit of this name."),
    };

    public Task<JsonNode> RunAsync(TestEnvironment environment, ToolkitTask task) => RunAsync(environment, task, environment.RouterUrl);

    /// <param name="environment">The house that is asked.</param>
    /// <param name="task">What to ask, and as whom.</param>
    /// <param name="door">Where the toolkit finds the WSDL and asks; a proxy's address, for one.</param>
    public async Task<JsonNode> RunAsync(TestEnvironment environment, ToolkitTask task, Uri door)
    {
        var numbers = new JsonArray();
        foreach (var number in task.Numbers)
        {
            numbers.Add(number);
        }

        var input = new JsonObject
        {
            ["wsdl"] = new Uri(door, "?singleWsdl").ToString(),
            ["ca"] = environment.Certificates.CaFile,
            ["work"] = environment.Certificates.FileIn("toolkits"),
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

    public Task<IReadOnlyList<ToolkitAnswer>> AskAsync(TestEnvironment environment, ToolkitTask task) => AskAsync(environment, task, environment.RouterUrl);

    public async Task<IReadOnlyList<ToolkitAnswer>> AskAsync(TestEnvironment environment, ToolkitTask task, Uri door)
    {
        var output = await RunAsync(environment, task, door);
        Assert.That(output["fault"], Is.Null, output.ToJsonString());
        Assert.That(output["operations"]!.ToJsonString(), Does.Contain("BilesikKisiSorgula"));
        return [.. output["answers"]!.AsArray().Select(answer => new ToolkitAnswer(answer!["result"]!, SoapReply.Received((string)answer["raw"]!)))];
    }
}
