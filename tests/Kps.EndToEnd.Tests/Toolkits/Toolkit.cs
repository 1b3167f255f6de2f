using System.Text.Json.Nodes;
using System.Xml.Linq;
using Kps.Contracts;
using Kps.EndToEnd.Tests.Harness;
using Kps.Gateway;

namespace Kps.EndToEnd.Tests.Toolkits;

/// <summary>A SOAP toolkit as an external process: generates its client from the live WSDL of each contract, once, CA verified, and asks.</summary>
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
    /// <param name="origin">Where the toolkit finds the WSDL and asks; a proxy's address, for one.</param>
    public Task<JsonNode> RunAsync(TestEnvironment environment, ToolkitTask task, Uri origin)
    {
        var door = new Uri(origin, task.Contract == ToolkitContract.Ek ? GatewayHost.EkPath : GatewayHost.RouterPath);
        var name = task.Contract == ToolkitContract.Ek ? "KpsEkServisler" : "KpsServices";
        var calls = task.Calls.Select(call => (JsonNode)new JsonObject
        {
            ["operation"] = call.Operation.ToString(),
            ["arguments"] = call.Members.DeepClone(),
            ["xml"] = call.ToXml().ToString(SaveOptions.DisableFormatting),
        });
        return ToolkitProcesses.AskAsync(this, new JsonObject
        {
            ["wsdl"] = new Uri(door, task.Contract == ToolkitContract.Kps2017 ? "?singleWsdl=2017" : "?singleWsdl").ToString(),
            ["ekWsdl"] = new Uri(environment.EkUrl, "?singleWsdl").ToString(),
            ["door"] = door.ToString(),
            ["service"] = name,
            ["contract"] = "I" + name,
            ["actions"] = task.Contract == ToolkitContract.Ek ? KpsNamespaces.EkActionBase : KpsNamespaces.ActionBase,
            ["ca"] = environment.Certificates.CaFile,
            ["work"] = environment.Certificates.FileIn("toolkits"),
            ["soap"] = task.IsSoap12 ? "1.2" : "1.1",
            ["auth"] = task.Auth,
            ["addressing"] = task.Addressing,
            ["userName"] = task.User.UserName,
            ["password"] = task.User.Password,
            ["uygulamaKodu"] = task.UygulamaKodu?.ToString(),
            ["calls"] = new JsonArray([.. calls]),
        });
    }

    public Task<IReadOnlyList<ToolkitAnswer>> AskAsync(TestEnvironment environment, ToolkitTask task) => AskAsync(environment, task, environment.RouterUrl);

    /// <summary>Asks and expects answers; every one has been read as it was served.</summary>
    public async Task<IReadOnlyList<ToolkitAnswer>> AskAsync(TestEnvironment environment, ToolkitTask task, Uri origin)
    {
        var output = await RunAsync(environment, task, origin);
        Assert.That(output["fault"], Is.Null, output.ToJsonString());
        IReadOnlyList<ToolkitAnswer> answers = [.. output["answers"]!.AsArray().Select(answer => AnswerOf(answer!))];
        Assert.That(answers, Has.Count.EqualTo(task.Calls.Count));
        foreach (var answer in answers)
        {
            answer.CheckReading();
        }

        return answers;
    }

    /// <summary>gSOAP's program writes the response again from the objects it has read; the others show the objects.</summary>
    private static ToolkitAnswer AnswerOf(JsonNode answer) => new(
        answer["result"] ?? ToolkitReading.FromXml(XElement.Parse((string)answer["written"]!).Elements().Single())!,
        SoapReply.Received((string)answer["raw"]!));
}
