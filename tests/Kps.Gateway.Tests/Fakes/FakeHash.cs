using Kps.Contracts;

namespace Kps.Gateway.Tests.Fakes;

/// <summary>Stands in for the slow hash: instant, counted, and it can be made to wait.</summary>
internal sealed class FakeHash
{
    private readonly ManualResetEventSlim _gate = new(initialState: true);
    private int _spent;
    private int _dummies;

    /// <summary>Hashes computed, dummies included.</summary>
    public int Spent => Volatile.Read(ref _spent);

    /// <summary>Those computed without a stored hash.</summary>
    public int Dummies => Volatile.Read(ref _dummies);

    public Exception? Throws { get; set; }

    /// <summary>What is stored for a password.</summary>
    public static string Of(Secret password) => "stored:" + password.Reveal();

    public void Hold() => _gate.Reset();

    public void Release() => _gate.Set();

    public bool Verify(string? stored, Secret password)
    {
        Interlocked.Increment(ref _spent);
        if (stored is null)
        {
            Interlocked.Increment(ref _dummies);
        }

        _gate.Wait();
        return Throws is { } exception ? throw exception : stored == Of(password);
    }
}
