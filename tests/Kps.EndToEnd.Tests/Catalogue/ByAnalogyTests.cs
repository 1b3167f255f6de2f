using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kps.Contracts;
using Kps.EndToEnd.Tests.Harness;
using Kps.EndToEnd.Tests.Refusals;
using Kps.Gateway;
using Kps.Gateway.Call;
using Kps.TestSupport;

namespace Kps.EndToEnd.Tests.Catalogue;

/// <summary>
/// A gateway outside Development whose operator has supplied no WSDL: operations that need a service whose contract is not public stand in the WSDL, are refused with a fault of their
/// own, and the service page says so. NVİ is never asked by names nobody there has given.
/// </summary>
public sealed partial class ByAnalogyTests
{
    private static readonly KpsOperation[] Closed =
    [
        KpsOperation.TcKimlikNoSorgula, KpsOperation.KayitYeriIleKimlikSorgula, KpsOperation.IlListesi, KpsOperation.IlceListesi, KpsOperation.MahalleListesi,
        KpsOperation.CsbmListesi, KpsOperation.IstatistikSorgula,
    ];

    private TestEnvironment _house = null!;
    private Uri _node = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _house = await SharedHouse.OpenAsync();
        var port = TestCluster.FreePort();
        _node = new Uri($"https://localhost:{port}");
        await _house.StartNodeAsync(port, "--environment=Production", $"--Gateway:PublicUrl=https://localhost:{port}");
    }

    [TestCaseSource(nameof(Closed))]
    public async Task Operation_WithoutAContract_IsClosed(KpsOperation operation)
    {
        var asked = await CatalogueRequests.FoundAsync(_house, operation);
        var calls = _house.Nvi.Statistics.RouterCalls;

        var reply = await AskAsync(asked);

        await _house.CheckFaultAsync(reply, FaultCode.OperationNotServed, "a:ActionNotSupported", $"{operation} sorgusu sözleşmede var ama bu geçitte kapalı:");
        Assert.That(_house.Nvi.Statistics.RouterCalls, Is.EqualTo(calls));
    }

    [Test]
    public async Task Operations_WithAContract_AreOpen()
    {
        foreach (var operation in Operations.Except(Closed))
        {
            var reply = await AskAsync(await CatalogueRequests.FoundAsync(_house, operation));

            Assert.That((reply.Status, reply.ResultHataKod), Is.EqualTo((200, (int?)null)), reply.Text);
        }
    }

    /// <summary>Half of what it can say needs the place of entry's service: by number it is answered, by place it is not.</summary>
    [Test]
    public async Task Ornek_ByPlaceOfEntry_IsClosed()
    {
        var citizen = _house.Nvi.Population.Find(_house.Samples.Citizen.Value)!;
        var kriter = new JsonObject { ["KayitYeri"] = CatalogueRequests.Place(citizen), ["Olayli"] = false, ["Tip"] = "KisiKayitOrnegi" };
        var asked = new QueryArguments(KpsOperation.NufusKayitOrnegiSorgula, new JsonObject { ["kriter"] = kriter });

        var reply = await AskAsync(asked);

        Assert.That(reply.IsFault ? reply.FaultKod : reply.ResultHataKod, Is.EqualTo((int)FaultCode.OperationNotServed), reply.Text);
    }

    [TestCase(KpsService.Kps, GatewayHost.RouterPath)]
    [TestCase(KpsService.Ek, GatewayHost.EkPath)]
    public async Task ServicePage_SaysWhichAreClosed(KpsService service, string path)
    {
        var page = WebUtility.HtmlDecode(await _house.Http.GetStringAsync(new Uri(_node, path)));

        var closed = Line().Matches(page).Where(line => line.Groups["note"].Value.StartsWith(" – kapalı", StringComparison.Ordinal)).Select(line => line.Groups["name"].Value);
        Assert.That(closed, Is.EquivalentTo(OperationCatalog.AllOf(service).Where(operation => Closed.Contains(operation.Operation)).Select(operation => operation.Name)));
        Assert.That(Line().Count(page), Is.EqualTo(OperationCatalog.AllOf(service).Count));
    }

    private static IEnumerable<KpsOperation> Operations =>
        OperationCatalog.AllOf(KpsService.Kps).Concat(OperationCatalog.AllOf(KpsService.Ek)).Select(operation => operation.Operation);

    private Task<SoapReply> AskAsync(QueryArguments asked)
    {
        var message = asked.ToMessage(_house.User);
        return _house.PostAsync(message.ToBytes(), message.ContentType, to: new Uri(_node, message.Service == KpsService.Ek ? GatewayHost.EkPath : GatewayHost.RouterPath));
    }

    [GeneratedRegex("<li><code>(?<name>[A-Za-z]+)</code>(?<note>[^<]*)</li>")]
    private static partial Regex Line();
}
