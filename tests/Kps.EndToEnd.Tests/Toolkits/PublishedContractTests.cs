using System.Xml.Linq;
using Kps.Contracts;
using Kps.EndToEnd.Tests.Harness;
using Kps.Gateway;

namespace Kps.EndToEnd.Tests.Toolkits;

/// <summary>Every document the doors publish, loaded by the generators at hand: a WSDL is right when programs nobody here wrote take it.</summary>
public sealed class PublishedContractTests
{
    private const string LoadByZeep =
        "import sys, zeep\n"
        + "for file in sys.argv[1:]:\n"
        + "    for service in zeep.Client(file).wsdl.services.values():\n"
        + "        for port in service.ports.values(): print(file, *port.binding._operations)";

    private const string LoadByPhp =
        "foreach (array_slice($argv, 1) as $file) {"
        + " foreach ((new SoapClient($file, ['cache_wsdl' => WSDL_CACHE_NONE]))->__getFunctions() as $function) echo \"$file $function\\n\"; }";

    private static readonly string[] Kps = [.. OperationCatalog.AllOf(KpsService.Kps).Select(operation => operation.Name)];
    private static readonly string[] Ek = [.. OperationCatalog.AllOf(KpsService.Ek).Select(operation => operation.Name)];

    private static readonly (string Path, string[] Operations, int Ports)[] Documents =
    [
        (GatewayHost.RouterPath + "?singleWsdl", Kps, 2),
        (GatewayHost.RouterPath + "?wsdl=policy", Kps, 3),
        (GatewayHost.RouterPath + "?singleWsdl=2017", Kps, 2),
        (GatewayHost.EkPath + "?singleWsdl", Ek, 2),
        (GatewayHost.EkPath + "?wsdl=policy", Ek, 3),
        (GatewayHost.StsPath + "?singleWsdl", ["Issue"], 1),
        (GatewayHost.StsPath + "?wsdl=policy", ["Issue"], 1),
    ];

    private readonly List<string> _files = [];
    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _house = await SharedHouse.OpenAsync();
        foreach (var (path, _, _) in Documents)
        {
            var file = _house.Certificates.FileIn($"{Guid.NewGuid():N}.wsdl");
            await File.WriteAllBytesAsync(file, await _house.Http.GetByteArrayAsync(new Uri(_house.RouterUrl, path)));
            _files.Add(file);
        }
    }

    [Test]
    public async Task Zeep_FindsEveryOperationAtEveryPort()
    {
        var output = await ExternalTool.RunAsync("python3-zeep", "/usr/bin/python3", ["-c", LoadByZeep, .. _files], string.Empty);

        var ports = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToLookup(port => port[0], port => port[1..]);
        CheckEach((file, operations, count) => Assert.That(ports[file], Has.Exactly(count).EquivalentTo(operations)));
    }

    [Test]
    public async Task Php_FindsEveryOperationAtEveryPort()
    {
        var output = await ExternalTool.RunAsync("php-cli php-soap", "php", ["-r", LoadByPhp, "--", .. _files], string.Empty);

        var functions = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToLookup(line => line[0], line => line[2].Split('(')[0]);
        CheckEach((file, operations, count) => Assert.That(functions[file], Is.EquivalentTo(Enumerable.Repeat(operations, count).SelectMany(names => names))));
    }

    [Test]
    public async Task GSoap_ReadsEveryOperation_AndThePoliciesWhereThereAreAny()
    {
        foreach (var file in _files)
        {
            await ExternalTool.RunAsync("gsoap", "wsdl2h", ["-N", "kps", "-o", file + ".h", file], string.Empty);
        }

        CheckEach((file, operations, count) =>
        {
            var header = File.ReadAllText(file + ".h");
            foreach (var operation in operations)
            {
                Assert.That(header, Does.Contain($"__{operation}("));
            }

            Assert.That(header.Split("[5.4.10] HTTPS required").Length - 1, Is.EqualTo(Documents[_files.IndexOf(file)].Path.EndsWith("policy", StringComparison.Ordinal) ? count : 0));
        });
    }

    [Test]
    public async Task Issuer_OfThePolicyIsTheTokenDoor_AndItsContractIsThere()
    {
        var policy = XDocument.Parse(await _house.Http.GetStringAsync(new Uri(_house.RouterUrl, "?wsdl=policy")));
        var location = policy.Descendants(XName.Get("Location", "http://schemas.xmlsoap.org/ws/2004/09/mex")).Single().Value;

        var contract = XDocument.Parse(await _house.Http.GetStringAsync(new Uri(location)));

        Assert.That(
            contract.Descendants(XName.Get("address", "http://schemas.xmlsoap.org/wsdl/soap12/")).Single().Attribute("location")!.Value,
            Is.EqualTo(policy.Descendants(XName.Get("Issuer", "http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200702")).Single()
                .Element(XName.Get("Address", "http://www.w3.org/2005/08/addressing"))!.Value));
    }

    private void CheckEach(Action<string, string[], int> check) => Assert.Multiple(() =>
    {
        foreach (var (file, (_, operations, ports)) in _files.Zip(Documents))
        {
            check(file, operations, ports);
        }
    });
}
