using System.Net;
using Kps.EndToEnd.Tests.Harness;
using Nvi.Simulator.Control;

namespace Kps.EndToEnd.Tests.Sight;

/// <summary>Being told to stop: not ready, doors closed, calls ended, log flushed. In this order.</summary>
public sealed class ShutdownTests
{
    private const string StopDelay = "--Gateway:StopDelay=00:00:03";

    [Test]
    public async Task Stop_TurnsUnreadyAtOnceAndStillAnswersTheCallInFlight()
    {
        await using var environment = await TestEnvironment.StartAsync(null, StopDelay);
        await environment.PostAsync(SoapMessage.Query(environment.Samples.Citizen.Value, environment.User));
        environment.Nvi.Inject(new NviFault { Endpoint = NviEndpoint.Router, Kind = NviFaultKind.Delay, DelayMilliseconds = 6000, Times = 1 });
        var inFlight = environment.PostAsync(SoapMessage.Query(environment.Samples.Citizen.Value, environment.User));
        await UntilAsync(async () => (await MetricsAsync(environment)).Contains("\nkps_calls_in_flight 1\n", StringComparison.Ordinal));

        var stop = environment.Gateway.StopAsync();
        using var client = environment.HttpFrom("127.0.0.3");
        using var ready = await client.GetAsync(new Uri(environment.RouterUrl, "/health/ready"));
        var text = await ready.Content.ReadAsStringAsync();
        Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable), "A new connection during the delay: the doors are open, the node is not ready.");
        Assert.That(text, Does.Contain("\"stopping\":true"));

        // The doors are closed while the call is still on its way.
        await UntilAsync(() => IsClosedAsync(environment));
        Assert.That(inFlight.IsCompleted, Is.False);
        var reply = await inFlight;
        Assert.That(reply.Status, Is.EqualTo(200), reply.Text);
        await stop;
        var call = await environment.AuditOfAsync(reply.IslemNo);
        Assert.That(call.Closing, Is.Not.Null, "Both rows stand.");
        Assert.That(environment.Log.Lines, Has.One.Contains("everything accepted was committed"));
    }

    private static async Task<string> MetricsAsync(TestEnvironment environment) =>
        await environment.Http.GetStringAsync(new Uri(environment.RouterUrl, "/metrics"));

    private static async Task<bool> IsClosedAsync(TestEnvironment environment)
    {
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, environment.Port);
            return false;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return true;
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var attempt = 0; !await holds(); attempt++)
        {
            Assert.That(attempt, Is.LessThan(600));
            await Task.Delay(50);
        }
    }
}
