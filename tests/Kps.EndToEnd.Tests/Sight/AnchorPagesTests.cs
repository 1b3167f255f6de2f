using System.Net;
using System.Text.Json;
using Kps.EndToEnd.Tests.Harness;
using Kps.TestSupport;

namespace Kps.EndToEnd.Tests.Sight;

/// <summary>What operators see of stamps and second place, with the authority there and gone; callers see nothing of either.</summary>
public sealed class AnchorPagesTests
{
    [Test]
    public async Task LostAuthority_DegradesThePageAndNothingElse()
    {
        await using var tsa = await LocalTsa.StartNewAsync();
        var directory = Directory.CreateTempSubdirectory("kps-second-").FullName;
        await using var environment = await TestEnvironment.StartAsync(
            null,
            $"--Anchoring:TsaUrl={tsa.Url}",
            $"--Anchoring:TrustedCertificatesFile={tsa.RootFile}",
            "--Anchoring:AllowPlainHttp=true",
            "--Anchoring:Interval=00:00:01",
            "--Anchoring:Timeout=00:00:02",
            "--Anchoring:LagLimit=00:00:03",
            $"--Anchoring:SecondPlace={directory}",
            "--Anchoring:SecondPlaceInterval=00:00:01");
        await CallAsync(environment);
        var stamped = await UntilAsync(environment, anchors => anchors.GetProperty("size").ValueKind == JsonValueKind.Number && StateOf(anchors) == "Ok" && SizeOf(anchors.GetProperty("secondPlace")) > 0);
        Assert.That(stamped.GetProperty("authority").GetString(), Does.StartWith("CN=Uydurma Zaman Damgası"));
        Assert.That(stamped.GetProperty("stampedAt").GetDateTimeOffset(), Is.EqualTo(TimeProvider.System.GetUtcNow()).Within(TimeSpan.FromMinutes(2)));
        Assert.That(StateOf(stamped.GetProperty("secondPlace")), Is.EqualTo("Ok"));
        Assert.That(stamped.GetProperty("warning").ValueKind, Is.EqualTo(JsonValueKind.Null));

        await tsa.StopAsync();
        await CallAsync(environment);
        var late = await UntilAsync(environment, anchors => StateOf(anchors) == "Degraded");
        Assert.That(late.GetProperty("warning").GetString(), Does.Contain("Anchoring:LagLimit"));
        Assert.That(late.GetProperty("failure").GetString(), Does.Contain("not reached"));
        Assert.That(late.GetProperty("lagSeconds").GetDouble(), Is.GreaterThan(3));
        Assert.That(await CallAsync(environment), Is.EqualTo(200));
        using (var ready = await environment.Http.GetAsync(new Uri(environment.RouterUrl, "/health/ready")))
        {
            Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        Assert.That(await environment.Http.GetStringAsync(new Uri(environment.RouterUrl, "/metrics")), Does.Contain("kps_anchor_lag_seconds").And.Contain("kps_anchor_attempts_total{outcome=\"Unreachable\"}"));

        await tsa.StartAsync();
        await UntilAsync(environment, anchors => StateOf(anchors) == "Ok");
        Directory.Delete(directory, recursive: true);
    }

    private static string? StateOf(JsonElement part) => part.GetProperty("state").GetString();

    private static long SizeOf(JsonElement part) => part.GetProperty("size") is { ValueKind: JsonValueKind.Number } size ? size.GetInt64() : 0;

    private static async Task<int> CallAsync(TestEnvironment environment)
    {
        var answer = await environment.PostAsync(SoapMessage.Query(environment.Samples.Citizen.Value, environment.User));
        return answer.Status;
    }

    private static async Task<JsonElement> UntilAsync(TestEnvironment environment, Func<JsonElement, bool> isSo)
    {
        for (var attempt = 0; ; attempt++)
        {
            var text = await environment.Http.GetStringAsync(new Uri(environment.RouterUrl, "/health/status"));
            using var status = JsonDocument.Parse(text);
            var anchors = status.RootElement.GetProperty("anchors");
            if (isSo(anchors))
            {
                return anchors.Clone();
            }

            Assert.That(attempt, Is.LessThan(600), $"after a minute: {anchors}");
            await Task.Delay(100);
        }
    }
}
