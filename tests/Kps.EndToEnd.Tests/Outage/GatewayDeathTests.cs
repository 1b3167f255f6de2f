using Kps.Audit.Reading;
using Kps.EndToEnd.Tests.Harness;
using Kps.TestSupport;
using Nvi.Simulator.Control;

namespace Kps.EndToEnd.Tests.Outage;

/// <summary>A gateway that dies between intent and outcome leaves an intent that says "unknown", and its successor goes on.</summary>
public sealed class GatewayDeathTests
{
    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _house = await TestEnvironment.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _house.DisposeAsync();

    [Test]
    public async Task Killed_WhileNviThinks_LeavesTheIntentAlone()
    {
        var citizen = _house.Samples.Citizen;
        using (var second = await GatewayProcess.StartAsync(_house, TestCluster.FreePort()))
        {
            using var answered = await PostAsync(second.RouterUrl, citizen.Value);
            Assert.That((int)answered.StatusCode, Is.EqualTo(200), "Two nodes serve one house.");

            _house.Nvi.Inject(new NviFault { Endpoint = NviEndpoint.Router, Kind = NviFaultKind.Hang });
            var asked = _house.Nvi.Statistics.RouterCalls;
            var underWay = PostAsync(second.RouterUrl, citizen.Value);
            for (var attempt = 0; _house.Nvi.Statistics.RouterCalls == asked; attempt++)
            {
                Assert.That(attempt, Is.LessThan(600), "The query never reached NVİ.");
                await Task.Delay(20);
            }

            await second.KillAsync();
            Assert.CatchAsync<HttpRequestException>(() => underWay);
        }

        _house.Nvi.ClearFaults();
        await using var audit = await _house.OpenAuditAsync();
        var calls = (await audit.SearchAsync(new AuditSearch { Subject = citizen }, CancellationToken.None)).Calls;
        Assert.That(calls.Select(call => call.State), Is.EqualTo(new[] { AuditCallState.Unknown, AuditCallState.Answered }), "Newest first.");
        Assert.That((await audit.FindAsync(calls[0].IslemNo, unseal: true, CancellationToken.None))!.Criteria, Is.Not.Null);

        using var third = await GatewayProcess.StartAsync(_house, TestCluster.FreePort());
        using var again = await PostAsync(third.RouterUrl, citizen.Value);
        Assert.That((int)again.StatusCode, Is.EqualTo(200));
    }

    private async Task<HttpResponseMessage> PostAsync(Uri router, long number)
    {
        var message = SoapMessage.Query(number, _house.User);
        using var content = new ByteArrayContent(message.ToBytes());
        content.Headers.TryAddWithoutValidation("Content-Type", message.ContentType);
        return await _house.Http.PostAsync(router, content);
    }
}
