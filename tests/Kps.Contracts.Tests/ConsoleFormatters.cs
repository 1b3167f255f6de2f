using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Kps.Contracts.Tests;

/// <summary>What the framework's own log formatters (simple, systemd, JSON) would print for a message.</summary>
internal static class ConsoleFormatters
{
    private static readonly ConsoleFormatter[] Formatters =
    [
        .. new ServiceCollection().AddLogging(logging => logging.AddConsole()).BuildServiceProvider().GetServices<ConsoleFormatter>(),
    ];

    public static IReadOnlyList<string> Format(string template, params object[] values)
    {
        Assert.That(Formatters.Select(formatter => formatter.Name), Does.Contain(ConsoleFormatterNames.Json));
        var logger = new FormattingLogger();
#pragma warning disable CA2254 // the template is a constant of the calling test
        logger.LogInformation(template, values);
#pragma warning restore CA2254
        return logger.Lines;
    }

    private sealed class FormattingLogger : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            foreach (var console in Formatters)
            {
                using var text = new StringWriter();
                console.Write(new LogEntry<TState>(logLevel, "test", eventId, state, exception, formatter), null, text);
                Lines.Add(text.ToString());
            }
        }
    }
}
