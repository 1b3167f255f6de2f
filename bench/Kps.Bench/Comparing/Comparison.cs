using System.Net.Http.Json;
using Kps.Bench.Database;
using Kps.Bench.Load;
using Kps.Bench.Machine;
using Kps.Bench.Requests;

namespace Kps.Bench.Comparing;

/// <summary>
/// Measures the audited query beside a plain proxy and nginx on the same machine in the same minutes. Rounds are interleaved, so that
/// whatever else the machine does falls on all alike.
/// </summary>
internal sealed class Comparison
{
    private readonly BenchSettings _settings;
    private readonly LogBook _log;
    private readonly Wrk _wrk;
    private readonly MeasuredSystem _plainProxy;
    private readonly MeasuredSystem _nginx;
    private readonly MeasuredSystem _audited;
    private readonly MeasuredSystem _byToken;
    private readonly MeasuredSystem _issue;
    private readonly MeasuredSystem _ornek;
    private long _auditedAnswers;
    private long _issues;

    // Short, so that the run stays one of minutes: the gateway is warm by then, and the figure is no mark.
    private const int OrnekWarmUpSeconds = 4;
    private const int OrnekSeconds = 5;

    private Comparison(BenchSettings settings, LogBook log, CallerIdentity caller, Uri tokenDoor, string token)
    {
        _settings = settings;
        _log = log;
        _wrk = new Wrk(settings);
        string ForRouter() => MessageTemplate.ForRouter(caller, TimeProvider.System.GetUtcNow());
        _plainProxy = new MeasuredSystem(
            ComparisonResult.PlainProxy, "plain Kestrel proxy", settings.PlainProxy ?? throw new BenchException("plainProxy is missing from the settings"), ForRouter);
        _nginx = new MeasuredSystem(ComparisonResult.Nginx, "nginx proxy_pass", settings.Nginx ?? throw new BenchException("nginx is missing from the settings"), ForRouter);
        _audited = new MeasuredSystem(
            ComparisonResult.Audited, "audited query", settings.Gateway, () => MessageTemplate.ForGateway(caller, TimeProvider.System.GetUtcNow()));
        _byToken = new MeasuredSystem(
            ComparisonResult.ByToken, "audited query by token", settings.Gateway, () => MessageTemplate.ForGateway(caller, token, TimeProvider.System.GetUtcNow()));
        _issue = new MeasuredSystem(
            ComparisonResult.Issue, "token issued", settings.Gateway with { Url = tokenDoor }, () => MessageTemplate.ForTokenDoor(caller, TimeProvider.System.GetUtcNow()));
        _ornek = new MeasuredSystem(
            ComparisonResult.Ornek, "nüfus kayıt örneği of 40 people", settings.Gateway, () => MessageTemplate.ForOrnek(caller, TimeProvider.System.GetUtcNow()));
    }

    /// <summary>Measures, checks, reports.</summary>
    /// <returns>Exit code.</returns>
    /// <exception cref="BenchException">The run is void.</exception>
    public static async Task<int> RunAsync(BenchSettings settings)
    {
        await using var log = new LogBook(settings.Superuser);
        var caller = CallerIdentity.Read(settings.Demo);
        var tokenDoor = new Uri(settings.Gateway.Url, "/STS/STSService.svc");
        var token = await TokenSource.TakeAsync(tokenDoor, caller);
        var comparison = new Comparison(settings, log, caller, tokenDoor, token);
        await comparison.RequireDurableAsync();
        var load = MachineFacts.Load();
        var result = await comparison.MeasureAsync();
        await comparison.RequireDurableAsync();
        if (result.Objections().ToList() is { Count: > 0 } objections)
        {
            throw new BenchException(string.Join("; ", objections));
        }

        var report = ComparisonReport.Write(
            result, settings, $"{MachineFacts.Describe()}; PostgreSQL {await log.VersionAsync()}. Load averages before the run: {load}.", TimeProvider.System.GetUtcNow());
        await File.WriteAllTextAsync(settings.Result, report);
        return 0;
    }

    private async Task RequireDurableAsync()
    {
        if (await _log.NotDurableAsync() is { Count: > 0 } off)
        {
            throw new BenchException($"not on in PostgreSQL: {string.Join(", ", off)}");
        }
    }

    private async Task<ComparisonResult> MeasureAsync()
    {
        var before = await _log.RowsAsync();
        MeasuredSystem[] all = [_plainProxy, _nginx, _audited, _byToken];
        foreach (var system in all)
        {
            Say($"warming up ({system.Letter}) {system.Name}, {_settings.WarmUpSeconds} s");
            await LoadAsync(system, ComparisonResult.Crowds[^1], _settings.WarmUpSeconds);
        }

        var rounds = new List<Measurement>();
        foreach (var crowd in ComparisonResult.Crowds)
        {
            rounds.AddRange(await InterleaveAsync(all, crowd, _settings.Seconds));
        }

        rounds.AddRange(await InterleaveAsync([_issue], ComparisonResult.Crowds[^1], _settings.Seconds));
        MeasuredSystem[] two = [_plainProxy, _audited];
        rounds.AddRange(await InterleaveAsync(two, 1, _settings.Seconds));
        await SlowDownAsync(ComparisonResult.NviDelay);
        var slow = await InterleaveAsync(two, ComparisonResult.SlowCrowd, _settings.Seconds);
        await SpeedUpAsync();
        var ornekBytes = await MeasureOrnekAsync(rounds);
        var after = await _log.RowsAsync();
        return new ComparisonResult
        {
            Rounds = rounds,
            SlowRounds = slow,
            AuditedAnswers = _auditedAnswers,
            Issues = _issues,
            OrnekBytes = ornekBytes,
            Rows = new LogRows(after.All - before.All, after.Intents - before.Intents, after.Answered - before.Answered),
        };
    }

    /// <summary>Last, so that its large rows weigh on no other figure.</summary>
    /// <returns>Bytes of an answer.</returns>
    private async Task<int> MeasureOrnekAsync(List<Measurement> rounds)
    {
        var bytes = await OrnekProbe.AskAsync(_ornek);
        _auditedAnswers++;
        var crowd = ComparisonResult.Crowds[0];
        Say($"warming up ({_ornek.Letter}) {_ornek.Name}, {OrnekWarmUpSeconds} s");
        await LoadAsync(_ornek, crowd, OrnekWarmUpSeconds);
        rounds.AddRange(await InterleaveAsync([_ornek], crowd, Math.Min(OrnekSeconds, _settings.Seconds)));
        return bytes;
    }

    private async Task<List<Measurement>> InterleaveAsync(IReadOnlyList<MeasuredSystem> systems, int connections, int seconds)
    {
        var rounds = new List<Measurement>();
        for (var round = 1; round <= _settings.Rounds; round++)
        {
            foreach (var system in systems)
            {
                rounds.Add(await MeasureAsync(system, connections, seconds));
                var load = rounds[^1].Load;
                Say(FormattableString.Invariant(
                    $"round {round}, {connections} connections, ({system.Letter}): {load.Rate:0} req/s, p50 {load.P50.TotalMilliseconds:0.00} ms, p99 {load.P99.TotalMilliseconds:0.0} ms"));
            }
        }

        return rounds;
    }

    private async Task<Measurement> MeasureAsync(MeasuredSystem system, int connections, int seconds)
    {
        var (log, service, database) = (await _log.StateAsync(), ProcessTree.CpuTime(system.Target.Pid), ProcessTree.CpuTime(_settings.PostgresqlPid));
        var load = await LoadAsync(system, connections, seconds);
        return new Measurement(
            system.Letter,
            connections,
            load,
            ProcessTree.CpuTime(system.Target.Pid) - service,
            ProcessTree.CpuTime(_settings.PostgresqlPid) - database,
            await _log.StateAsync() - log);
    }

    private async Task<WrkResult> LoadAsync(MeasuredSystem system, int connections, int seconds)
    {
        var load = await _wrk.RunAsync(system.Target.Url, system.Message(), connections, seconds);
        if (load.Answers == 0)
        {
            throw new BenchException($"({system.Letter}) gave no answer");
        }

        if (system.Letter is ComparisonResult.Audited or ComparisonResult.ByToken or ComparisonResult.Ornek)
        {
            _auditedAnswers += load.Answers;
        }
        else if (system.Letter == ComparisonResult.Issue)
        {
            _issues += load.Answers;
        }

        return load;
    }

    private async Task SlowDownAsync(TimeSpan delay)
    {
        using var control = new HttpClient { BaseAddress = _settings.SimulatorControl };
        using var answer = await control.PostAsJsonAsync(
            "faults", new { endpoint = "router", kind = "delay", delayMilliseconds = (int)delay.TotalMilliseconds });
        if (!answer.IsSuccessStatusCode)
        {
            throw new BenchException($"the simulator did not take the delay: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private async Task SpeedUpAsync()
    {
        using var control = new HttpClient { BaseAddress = _settings.SimulatorControl };
        using var answer = await control.DeleteAsync("faults");
        if (!answer.IsSuccessStatusCode)
        {
            throw new BenchException($"the simulator kept the delay: {(int)answer.StatusCode}");
        }
    }

    private static void Say(string text) => Console.WriteLine(text);
}
