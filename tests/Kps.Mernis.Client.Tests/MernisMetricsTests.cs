using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Kps.Mernis.Tests.Fakes;

namespace Kps.Mernis.Tests;

public sealed class MernisMetricsTests
{
    [Test]
    public async Task Attempts_Tokens_AndBreaker_AreCounted()
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi, new() { ["BreakerMinimumThroughput"] = "4" });
        var meters = client.Service<IMeterFactory>();
        var seen = new ConcurrentQueue<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == MernisMetrics.MeterName && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => seen.Enqueue(Line(instrument, tags)));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.Enqueue($"{Line(instrument, tags)} +{value}"));
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => seen.Enqueue($"{instrument.Name} = {value}"));
        listener.Start();

        await client.AskAsync();
        nvi.Router = (context, _) => FakeNvi.WriteAsync(context, 503, string.Empty);
        for (var call = 0; call < 3; call++)
        {
            await client.AskAsync();
        }

        listener.RecordObservableInstruments();
        Assert.That(seen, Is.EquivalentTo(new[]
        {
            "kps.mernis.attempt.duration kind=Sts fault=none",
            "kps.mernis.token.requests fault=none +1",
            "kps.mernis.attempt.duration kind=Query fault=none",
            "kps.mernis.attempt.duration kind=Query fault=Unreachable",
            "kps.mernis.attempt.duration kind=Query fault=Unreachable",
            "kps.mernis.attempt.duration kind=Query fault=Unreachable",
            "kps.mernis.breaker.state = 2",
        }));
    }

    private static string Line(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = instrument.Name;
        foreach (var (key, value) in tags)
        {
            line += $" {key}={value}";
        }

        return line;
    }
}
