using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Kps.Bench.Requests;

namespace Kps.Bench.Soak;

/// <summary>
/// Asks at a fixed rate whatever the answers take, and counts latency from the moment a call was due: a service that stalls is seen to stall
/// by all the calls that wait for it.
/// </summary>
internal sealed class SteadyLoad : IDisposable
{
    private const int MostAtOnce = 2000;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MessageAge = TimeSpan.FromMinutes(1);

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, ActivityHeadersPropagator = null });
    private readonly Uri _url;
    private readonly CallerIdentity _caller;
    private readonly string[] _numbers = [.. InventedNumbers.All];
    private readonly Lock _gate = new();
    private readonly List<List<double>> _minutes = [];
    private readonly int _rate;
    private int _underWay;
    private long _answers;
    private long _failures;

    public SteadyLoad(Uri url, CallerIdentity caller, int rate) => (_url, _caller, _rate) = (url, caller, rate);

    /// <summary>Answers with status 200.</summary>
    public long Answers => Interlocked.Read(ref _answers);

    /// <summary>Everything else, calls not made because two thousand were waiting included.</summary>
    public long Failures => Interlocked.Read(ref _failures);

    /// <summary>99th percentiles in milliseconds of the minutes in which the calls were due.</summary>
    public IReadOnlyList<double> P99ByMinute
    {
        get
        {
            lock (_gate)
            {
                return [.. _minutes.Where(minute => minute.Count > 0).Select(minute => minute.Order().ElementAt((int)(minute.Count * 0.99)))];
            }
        }
    }

    /// <summary>Asks until told to stop, then waits for the last answers.</summary>
    /// <param name="duration">How long to ask.</param>
    public async Task RunAsync(TimeSpan duration)
    {
        var started = Stopwatch.GetTimestamp();
        var (template, written) = (string.Empty, TimeSpan.MinValue);
        using var timer = new PeriodicTimer(Beat);
        for (long sent = 0; Stopwatch.GetElapsedTime(started) < duration; await timer.WaitForNextTickAsync())
        {
            var now = Stopwatch.GetElapsedTime(started);
            if (template.Length == 0 || now - written > MessageAge)
            {
                (template, written) = (MessageTemplate.ForGateway(_caller, TimeProvider.System.GetUtcNow()), now);
            }

            for (; sent < now.TotalSeconds * _rate; sent++)
            {
                var due = TimeSpan.FromSeconds((double)sent / _rate);
                _ = AskAsync(template, sent, due, started);
            }
        }

        while (Volatile.Read(ref _underWay) > 0)
        {
            await timer.WaitForNextTickAsync();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task AskAsync(string template, long serial, TimeSpan due, long started)
    {
        if (Interlocked.Increment(ref _underWay) > MostAtOnce)
        {
            Interlocked.Decrement(ref _underWay);
            Interlocked.Increment(ref _failures);
            return;
        }

        try
        {
            Interlocked.Increment(ref await AnswersAsync(template, serial) ? ref _answers : ref _failures);
            Note(due, Stopwatch.GetElapsedTime(started) - due);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            Interlocked.Increment(ref _failures);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private async Task<bool> AnswersAsync(string template, long serial)
    {
        var text = template
            .Replace(MessageTemplate.NumberMark, _numbers[serial % _numbers.Length], StringComparison.Ordinal)
            .Replace(MessageTemplate.SerialMark, serial.ToString("D12", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        using var message = new HttpRequestMessage(HttpMethod.Post, _url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) };
        message.Content.Headers.TryAddWithoutValidation("Content-Type", MessageTemplate.ContentType);
        using var patience = new CancellationTokenSource(Patience);
        using var answer = await _http.SendAsync(message, patience.Token);
        await answer.Content.CopyToAsync(Stream.Null, patience.Token);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private void Note(TimeSpan due, TimeSpan latency)
    {
        lock (_gate)
        {
            while (_minutes.Count <= (int)due.TotalMinutes)
            {
                _minutes.Add([]);
            }

            _minutes[(int)due.TotalMinutes].Add(latency.TotalMilliseconds);
        }
    }
}
