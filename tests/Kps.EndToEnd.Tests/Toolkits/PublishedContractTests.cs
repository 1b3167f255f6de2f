using System.Xml.Linq;
using Kps.Contracts;
using Kps.EndToEnd.Tests.Harness;

namespace Kps.EndToEnd.Tests.Toolkits;

/// <summary>Every document the doors publish, loaded by the generators at hand: a WSDL is right when programs nobody here wrote take it.</summary>
public sealed class PublishedContractTests
{
    private const string Load = "import sys, zeep; print([o for s in zeep.Client(sys.argv[1]).wsdl.services.values() for p in s.ports.values() for o in p.binding._operations])";

    private TestEnvironment _house = null!;

    private static IEnumerable<TestCaseData> Documents =>
    [
        new("/Router/RoutingService.svc?singleWsdl", "BilesikKisiSorgula", 2),
        new("/Router/RoutingService.svc?wsdl=policy", "BilesikKisiSorgula", 3),
        new("/STS/STSService.svc?singleWsdl", "Issue", 1),
        new("/STS/STSService.svc?wsdl=policy", "Issue", 1),
    ];

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await SharedHouse.OpenAsync();

    [TestCaseSource(nameof(Documents))]
    public async Task Zeep_FindsEveryOperationAtEveryPort(string path, string operation, int ports)
    {
        var output = await ExternalTool.RunAsync("python3-zeep", "/usr/bin/python3", ["-c", Load, await SaveAsync(path)], string.Empty);

        var operations = operation == "Issue" ? [operation] : OperationCatalog.All.Select(one => one.Name);
        Assert.That(output.Trim(), Is.EqualTo($"[{string.Join(", ", Enumerable.Repeat(operations, ports).SelectMany(names => names).Select(name => $"'{name}'"))}]"));
    }

    [TestCaseSource(nameof(Documents))]
    public async Task Php_FindsTheOperation(string path, string operation, int ports)
    {
        var output = await ExternalTool.RunAsync(
            "php-cli php-soap", "php", ["-r", "echo implode(\"\\n\", (new SoapClient($argv[1], ['cache_wsdl' => WSDL_CACHE_NONE]))->__getFunctions());", await SaveAsync(path)], string.Empty);

        Assert.That(output.Split('\n'), Has.Exactly(ports).Contains($" {operation}("));
    }

    [TestCaseSource(nameof(Documents))]
    public async Task GSoap_ReadsThePoliciesWhereThereAreAny(string path, string operation, int ports)
    {
        var file = await SaveAsync(path);
        await ExternalTool.RunAsync("gsoap", "wsdl2h", ["-N", "kps", "-o", file + ".h", file], string.Empty);
        var header = await File.ReadAllTextAsync(file + ".h");

        Assert.That(header, Does.Contain(operation));
        Assert.That(header.Split("[5.4.10] HTTPS required").Length - 1, Is.EqualTo(path.EndsWith("policy", StringComparison.Ordinal) ? ports : 0));
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

    private async Task<string> SaveAsync(string path)
    {
        var file = _house.Certificates.FileIn($"{Guid.NewGuid():N}.wsdl");
        await File.WriteAllBytesAsync(file, await _house.Http.GetByteArrayAsync(new Uri(_house.RouterUrl, path)));
        return file;
    }
}
