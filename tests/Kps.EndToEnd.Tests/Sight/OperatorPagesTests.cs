using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kps.EndToEnd.Tests.Harness;

namespace Kps.EndToEnd.Tests.Sight;

/// <summary>What load balancers and operators see of a running gateway.</summary>
public sealed partial class OperatorPagesTests
{
    private TestEnvironment _environment = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _environment = await SharedHouse.OpenAsync();
        await _environment.PostAsync(SoapMessage.Query(_environment.Samples.Citizen.Value, _environment.User));
        await _environment.PostAsync(SoapMessage.Query(_environment.Samples.Citizen.Value, _environment.User with { Password = "yanlis-sifre" }));
    }

    [Test]
    public async Task Live_AndReady()
    {
        Assert.That(await StatusOfAsync("/health/live"), Is.EqualTo(HttpStatusCode.OK));
        using var ready = JsonDocument.Parse(await WaitUntilReadyAsync());
        Assert.That(ready.RootElement.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetBoolean()), Is.EquivalentTo(new Dictionary<string, bool>
        {
            ["ready"] = true,
            ["registry"] = true,
            ["audit"] = true,
            ["heartbeat"] = true,
            ["stopping"] = false,
        }));
    }

    [Test]
    public async Task Status_TellsOfNviTheClockAndTheHouse()
    {
        await WaitUntilReadyAsync();
        var text = await _environment.Http.GetStringAsync(Page("/health/status"));
        using var status = JsonDocument.Parse(text);
        var root = status.RootElement;

        Assert.That(root.GetProperty("mode").GetString(), Is.EqualTo("LIVE"));
        Assert.That(root.GetProperty("nvi").GetProperty("circuit").GetString(), Is.EqualTo("Closed"));
        Assert.That(root.GetProperty("nvi").GetProperty("calls").GetInt64(), Is.GreaterThan(0));
        Assert.That(root.GetProperty("nvi").GetProperty("lastSuccess").ValueKind, Is.EqualTo(JsonValueKind.String));
        Assert.That(root.GetProperty("clock").GetProperty("offsetSeconds").ValueKind, Is.EqualTo(JsonValueKind.Number));
        Assert.That(root.GetProperty("registry").GetProperty("version").GetInt64(), Is.GreaterThan(0));
        Assert.That(root.GetProperty("tokens").GetProperty("canSign").GetBoolean(), Is.True);
        Assert.That(root.GetProperty("audit").GetProperty("partitionMonthsAhead").GetInt32(), Is.EqualTo(12));
        Assert.That(root.GetProperty("tree").GetProperty("role").GetString(), Is.AnyOf("Leader", "Standby", "Disconnected"));
        Assert.That(root.GetProperty("tree").GetProperty("halt").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(root.GetProperty("anchors").GetProperty("state").GetString(), Is.EqualTo("Off"));
        Assert.That(root.GetProperty("anchors").GetProperty("secondPlace").GetProperty("state").GetString(), Is.EqualTo("Off"));
        Assert.That(root.GetProperty("certificates")[0].GetProperty("endpoint").GetString(), Is.EqualTo("Https"));
        Assert.That(text, Does.Not.Contain(_environment.User.UserName).And.Not.Contain(_environment.Samples.Citizen.Value.ToString()));
    }

    [Test]
    public async Task Metrics_CountCallsByOperationAndOutcome()
    {
        var page = await _environment.Http.GetStringAsync(Page("/metrics"));

        Assert.That(Sample(page, "kps_calls_total{operation=\"BilesikKisiSorgula\",outcome=\"answered\"}"), Is.GreaterThanOrEqualTo(1));
        Assert.That(Sample(page, "kps_calls_total{operation=\"BilesikKisiSorgula\",outcome=\"WrongPassword\"}"), Is.GreaterThanOrEqualTo(1));
        Assert.That(Sample(page, "kps_hashing_duration_seconds_count"), Is.GreaterThanOrEqualTo(2));
        foreach (var part in new[] { "gateway", "sts", "nvi", "intent_commit", "outcome_commit" })
        {
            Assert.That(Sample(page, $"kps_call_part_duration_seconds_count{{part=\"{part}\"}}"), Is.GreaterThanOrEqualTo(1), part);
        }

        var parts = Sum(page, "kps_call_part_duration_seconds_sum", string.Empty);
        Assert.That(parts, Is.EqualTo(Sum(page, "kps_call_duration_seconds_sum", "forwarded=\"true\"")).Within(5).Percent);
        Assert.That(Sample(page, "kps_mernis_breaker_state"), Is.Zero);
        Assert.That(Sample(page, "kps_audit_batch_rows_count"), Is.GreaterThanOrEqualTo(3));
        Assert.That(page, Does.Contain("\ndotnet_").And.Contain("\nkestrel_"));
    }

    private static double Sum(string page, string name, string label) => SampleLine().Matches(page)
        .Where(line => line.Groups[1].Value == name && line.Groups[2].Value.Contains(label, StringComparison.Ordinal))
        .Sum(line => double.Parse(line.Groups[3].Value));

    [Test]
    public async Task Metrics_HaveTheLabelsOfTheirPageAndNobodysName()
    {
        var listed = Listed().Matches(await File.ReadAllTextAsync(ReferencePage()))
            .ToDictionary(row => row.Groups[1].Value.Replace('.', '_'), row => row.Groups[2].Value.Split(", ").Where(label => label != "–").ToArray());
        var page = await _environment.Http.GetStringAsync(Page("/metrics"));
        foreach (Match sample in SampleLine().Matches(page).Where(line => line.Groups[1].Value.StartsWith("kps_", StringComparison.Ordinal)))
        {
            var instrument = listed.Keys.Where(name => sample.Groups[1].Value.StartsWith(name, StringComparison.Ordinal)).MaxBy(name => name.Length);
            Assert.That(instrument, Is.Not.Null, sample.Value);
            Assert.That(Label().Matches(sample.Groups[2].Value).Select(label => label.Groups[1].Value).Where(label => label != "le"), Is.EqualTo(listed[instrument!]), sample.Value);
        }

        Assert.That(page, Does.Not.Contain(_environment.User.UserName).And.Not.Contain(_environment.Samples.Citizen.Value.ToString()));
    }

    [TestCase("/metrics")]
    [TestCase("/health/status")]
    public async Task ForwardedRequest_IsNotAnOperators(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Page(path));
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "127.0.0.1");
        using var response = await _environment.Http.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    private static double Sample(string page, string series)
    {
        var line = SampleLine().Matches(page).SingleOrDefault(line => line.Groups[1].Value + line.Groups[2].Value == series);
        Assert.That(line, Is.Not.Null, series + "\n" + page);
        return double.Parse(line!.Groups[3].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string ReferencePage()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "KpsGateway.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests run outside the source tree.");
        }

        return Path.Combine(directory.FullName, "docs", "reference", "metrics.md");
    }

    private Uri Page(string path) => new(_environment.RouterUrl, path);

    private async Task<HttpStatusCode> StatusOfAsync(string path)
    {
        using var response = await _environment.Http.GetAsync(Page(path));
        return response.StatusCode;
    }

    private async Task<string> WaitUntilReadyAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            using var response = await _environment.Http.GetAsync(Page("/health/ready"));
            var text = await response.Content.ReadAsStringAsync();
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return text;
            }

            Assert.That(attempt, Is.LessThan(300), text);
            await Task.Delay(100);
        }
    }

    [GeneratedRegex(@"^([a-z_]+)(\{[^}]*\})? (\S+)$", RegexOptions.Multiline)]
    private static partial Regex SampleLine();

    [GeneratedRegex("""(\w+)="[^"]*"(?:,|\})""")]
    private static partial Regex Label();

    [GeneratedRegex(@"^\| `(kps[\w.]+)` \| [^|]+ \| [^|]+ \| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
