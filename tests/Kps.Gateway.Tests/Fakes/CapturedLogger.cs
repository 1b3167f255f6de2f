using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kps.Gateway.Tests.Fakes;

/// <summary>Keeps every line, exception included.</summary>
internal sealed class CapturedLogger<T> : ILogger<T>
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string All => string.Join('\n', _lines);

    public int Count => _lines.Count;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel} {eventId.Id} {formatter(state, exception)} {exception}");
}
