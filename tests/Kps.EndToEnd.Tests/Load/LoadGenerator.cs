using System.Collections.Concurrent;
using System.Diagnostics;
using Kps.EndToEnd.Tests.Harness;

namespace Kps.EndToEnd.Tests.Load;

/// <summary>Callers who ask again and again and write down what they got.</summary>
internal sealed class LoadGenerator : IAsyncDisposable
{
    /// <summary>What a caller waits before he tries again after an answer that did not help him.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentQueue<CallRecord> _records = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly HttpClient _http;
    private readonly Uri _router;
    private readonly Func<int, SoapMessage> _message;
    private readonly Task _callers;
    private int _calls;

    private LoadGenerator(HttpClient http, Uri router, int callers, Func<int, SoapMessage> message)
    {
        (_http, _router, _message) = (http, router, message);
        _callers = Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallOnAsync)));
    }

    /// <summary>All that has ended so far.</summary>
    public IReadOnlyCollection<CallRecord> Records => _records;

    /// <summary>Starts the callers.</summary>
    /// <param name="http">Says from which address they call.</param>
    /// <param name="router">The door.</param>
    /// <param name="callers">How many at once.</param>
    /// <param name="message">The n-th message.</param>
    public static LoadGenerator Start(HttpClient http, Uri router, int callers, Func<int, SoapMessage> message) => new(http, router, callers, message);

    /// <summary>A working day in small: most ask rightly, some for a number that cannot be, some forget their password.</summary>
    public static Func<int, SoapMessage> MixOf(TestEnvironment house)
    {
        var (samples, user) = (house.Samples, house.User);
        return number => (number % 16) switch
        {
            3 => SoapMessage.Query(samples.Invalid.Value, user),
            7 => SoapMessage.Query(samples.Citizen.Value, null),
            11 => SoapMessage.Query11(samples.Foreigner.Value, user),
            _ => SoapMessage.Query(samples.Citizen.Value, user),
        };
    }

    /// <summary>Makes one call.</summary>
    public static async Task<CallRecord> CallAsync(HttpClient http, Uri router, SoapMessage message)
    {
        var since = Stopwatch.StartNew();
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, router) { Content = new ByteArrayContent(message.ToBytes()) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", message.ContentType);
            if (message.SoapAction is { } action)
            {
                request.Headers.TryAddWithoutValidation("SOAPAction", action);
            }

            using var response = await http.SendAsync(request);
            var body = await response.Content.ReadAsByteArrayAsync();
            return CallRecord.Of(new SoapReply((int)response.StatusCode, response.Headers, response.Content.Headers.ContentType, body), since.Elapsed);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
        {
            return CallRecord.Broken(broken, since.Elapsed);
        }
    }

    /// <summary>How many calls ended like this so far.</summary>
    public int Count(CallEnd end) => _records.Count(record => record.End == end);

    /// <summary>Waits until as many more calls have ended like this.</summary>
    public async Task WaitForMoreAsync(CallEnd end, int more, TimeSpan limit)
    {
        var since = Stopwatch.StartNew();
        for (var start = Count(end); Count(end) < start + more;)
        {
            Assert.That(since.Elapsed, Is.LessThan(limit), $"Only {Count(end) - start} of {more} {end}; last: {_records.LastOrDefault()}");
            await Task.Delay(50);
        }
    }

    /// <summary>Lets every caller end the call he is in.</summary>
    public async Task<IReadOnlyCollection<CallRecord>> StopAsync()
    {
        await _stopping.CancelAsync();
        await _callers;
        return _records;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stopping.Dispose();
    }

    private async Task CallOnAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            var record = await CallAsync(_http, _router, _message(Interlocked.Increment(ref _calls)));
            _records.Enqueue(record);
            if (record.End != CallEnd.Answered)
            {
                await Task.Delay(Pause);
            }
        }
    }
}
