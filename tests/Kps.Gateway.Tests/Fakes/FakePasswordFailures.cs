using Kps.Registry.Passwords;

namespace Kps.Gateway.Tests.Fakes;

internal sealed class FakePasswordFailures : IPasswordFailures
{
    public HashSet<string> Locked { get; } = new(StringComparer.Ordinal);

    public List<string> Recorded { get; } = [];

    public Exception? Throws { get; set; }

    /// <summary>The token a failure was recorded with.</summary>
    public CancellationToken Token { get; private set; }

    public bool IsLocked(string userName, DateTimeOffset now) => Locked.Contains(userName);

    public ValueTask RecordAsync(string userName, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Token = cancellationToken;
        if (Throws is { } exception)
        {
            throw exception;
        }

        lock (Recorded)
        {
            Recorded.Add(userName);
        }

        return default;
    }
}
