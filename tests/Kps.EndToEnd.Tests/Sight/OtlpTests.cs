using System.Collections.Concurrent;
using System.Text;
using Kps.EndToEnd.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kps.EndToEnd.Tests.Sight;

/// <summary>What leaves for an OpenTelemetry collector.</summary>
public sealed class OtlpTests
{
    [Test]
    public async Task TracesAndMetrics_LeaveWithoutAPerson()
    {
        var received = new ConcurrentQueue<(string Path, byte[] Body)>();
        await using var collector = await StartCollectorAsync(received);
        string islemNo;
        long asked;
        string userName;
        await using (var environment = await TestEnvironment.StartAsync(null, $"--Telemetry:OtlpEndpoint={collector.Urls.Single()}", "--Telemetry:SampleRatio=1"))
        {
            asked = environment.Samples.Citizen.Value;
            userName = environment.User.UserName;
            var reply = await environment.PostAsync(SoapMessage.Query(asked, environment.User));
            Assert.That(reply.Status, Is.EqualTo(200), reply.Text);
            islemNo = reply.IslemNo;
        }

        var traces = TextOf(received, "/v1/traces");
        foreach (var span in new[] { "kps.call", "Listen", "Parse", "Identify", "CheckAddress", "VerifyPassword", "Authorize", "CheckCriteria", "Admit", "Forward", "Map", "Audit", "Respond" })
        {
            Assert.That(traces, Does.Contain(span));
        }

        Assert.That(traces, Does.Contain(islemNo).And.Contain("answered"));
        var metrics = TextOf(received, "/v1/metrics");
        Assert.That(metrics, Does.Contain("kps.calls").And.Contain("kps.audit.commit.duration").And.Contain("kps.mernis.breaker.state"));
        Assert.That(traces + metrics, Does.Not.Contain(asked.ToString()).And.Not.Contain(userName));
    }

    private static string TextOf(IEnumerable<(string Path, byte[] Body)> received, string path) =>
        string.Concat(received.Where(one => one.Path == path).Select(one => Encoding.Latin1.GetString(one.Body)));

    private static async Task<WebApplication> StartCollectorAsync(ConcurrentQueue<(string Path, byte[] Body)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            received.Enqueue((http.Request.Path, body.ToArray()));
            http.Response.StatusCode = StatusCodes.Status200OK;
        });
        await app.StartAsync();
        return app;
    }
}
