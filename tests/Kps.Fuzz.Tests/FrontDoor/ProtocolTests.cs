using Kps.Fuzz.Tests.House;
using Kps.Fuzz.Tests.Judging;
using Kps.Fuzz.Tests.Making;
using Kps.Gateway;

namespace Kps.Fuzz.Tests.FrontDoor;

/// <summary>Rare but rightful HTTP is served; oversized heads are not; a path means one thing or nothing.</summary>
internal sealed class ProtocolTests
{
    private const int OverTheWire = 300;

    private FuzzHouse _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await FuzzHouse.OpenAsync();

    [OneTimeTearDown]
    public async Task CloseAsync() => await _house.DisposeAsync();

    [Test]
    public async Task HostileInputs_BreakNoPromiseOverTheWire()
    {
        using var client = new HttpClient { Timeout = Verdict.Hang };
        var url = new Uri($"http://localhost:{_house.Port}{GatewayHost.RouterPath}");
        for (var index = 0; index < OverTheWire; index++)
        {
            var input = Inputs.At(FuzzRun.Seed, index);
            if (input.ContentType?.Any(char.IsControl) == true)
            {
                continue;
            }

            _house.TakeTrace();
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(input.Body) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", input.ContentType);
            foreach (var (name, value) in input.Headers)
            {
                if (!request.Headers.TryAddWithoutValidation(name, value))
                {
                    request.Content.Headers.TryAddWithoutValidation(name, value);
                }
            }

            using var response = await client.SendAsync(request);

            var where = $"seed {FuzzRun.Seed}, input {index} ({input})";
            Assert.That(Verdict.OfAnswer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync()), Is.Null, where);
            Assert.That(_house.TakeTrace().Ends, Is.EqualTo(1), where);
        }
    }

    [Test]
    public async Task Http10_IsAnsweredAndClosed() =>
        Assert.That(RawConnection.Statuses(await ExchangeAsync(RawConnection.Honest(head: string.Empty, version: "1.0"))), Is.EqualTo(new[] { 200 }));

    [Test]
    public async Task ExpectContinue_IsToldToGoOnAndAnsweredOnce()
    {
        var received = await ExchangeAsync(RawConnection.Honest(head: "Expect: 100-continue\r\nConnection: close\r\n"));

        Assert.That(RawConnection.Statuses(received), Is.EqualTo(new[] { 200 }), received);
    }

    [Test]
    public async Task AbsoluteForm_IsServed() =>
        Assert.That(
            RawConnection.Statuses(await ExchangeAsync(RawConnection.Honest(target: "http://localhost" + GatewayHost.RouterPath))),
            Is.EqualTo(new[] { 200 }));

    [Test]
    public async Task AbsoluteFormOfAnotherHost_IsRefused() =>
        Assert.That(
            RawConnection.Statuses(await ExchangeAsync(RawConnection.Honest(target: "http://nowhere.invalid" + GatewayHost.RouterPath))),
            Is.EqualTo(new[] { 400 }));

    [Test]
    public async Task PipelinedRequests_AreAnsweredInOrder()
    {
        var names = Enumerable.Range(1, 5).Select(number => $"urn:sira:{number}:").ToList();

        var received = await ExchangeAsync(string.Concat(names[..^1].Select(name => RawConnection.Honest(name, head: string.Empty))) + RawConnection.Honest(names[^1]));

        Assert.That(RawConnection.Statuses(received), Is.EqualTo(Enumerable.Repeat(200, names.Count)));
        Assert.That(names.Select(name => received.IndexOf($">{name}<", StringComparison.Ordinal)), Is.Ordered.And.All.Positive);
    }

    [TestCase(1, 40_000)]
    [TestCase(10_000, 1)]
    [TestCase(65, 10)]
    public async Task OversizedHead_IsRefusedBeforeItIsACall(int count, int length)
    {
        _house.TakeTrace();
        var head = string.Concat(Enumerable.Range(0, count).Select(number => $"X-{number}: {new string('a', length)}\r\n"));

        var received = await ExchangeAsync(RawConnection.Honest(head: head));

        Assert.That(RawConnection.Statuses(received), Is.SubsetOf(new[] { 431 }));
        Assert.That(_house.TakeTrace().Ends, Is.Zero);
    }

    [Test]
    public async Task OversizedTarget_IsRefused() =>
        Assert.That(RawConnection.Statuses(await ExchangeAsync(RawConnection.Honest(target: "/" + new string('a', 20_000)))), Is.SubsetOf(new[] { 414 }));

    [TestCase("/Router//RoutingService.svc")]
    [TestCase("//Router/RoutingService.svc")]
    [TestCase("/Router/RoutingService.svc/")]
    [TestCase("/Router/RoutingService.svc/x")]
    [TestCase("/Router/./RoutingService.svc")]
    [TestCase("/x/../Router/RoutingService.svc")]
    [TestCase("/Router/%2e%2e/Router/RoutingService.svc")]
    [TestCase("/Router%2fRoutingService.svc")]
    [TestCase("/Router\\RoutingService.svc")]
    [TestCase("/Router/RoutingService.svc;a=b")]
    [TestCase("/Router/RoutingService.svc%00")]
    [TestCase("/Router/RoutingService.svc%20")]
    [TestCase("/Router/RoutingService%2esvc")]
    [TestCase("/router/ROUTINGSERVICE.SVC")]
    [TestCase("/Router/RoutıngService.svc")]
    [TestCase("/Router/RoutingService.svc?wsdl")]
    [TestCase("/../../etc/passwd")]
    [TestCase("*")]
    [TestCase("Router/RoutingService.svc")]
    public async Task Path_IsTheDoorWithItsRowOrNothing(string target)
    {
        _house.TakeTrace();

        var received = await ExchangeAsync(RawConnection.Honest(target: target));

        var status = RawConnection.Statuses(received).Single();
        Assert.That(status, Is.AnyOf(200, 400, 404, 405), received);
        Assert.That(_house.TakeTrace().Ends, Is.EqualTo(status == 200 ? 1 : 0));
        Assert.That(received.Contains("Envelope", StringComparison.Ordinal), Is.EqualTo(status == 200));
    }

    private async Task<string> ExchangeAsync(string text)
    {
        using var connection = await RawConnection.OpenAsync(_house);
        return await connection.ExchangeAsync(text);
    }
}
