using Kps.Audit.Vault;

namespace Kps.Audit.Processes;

/// <summary>A registered start of a writing process (audit.process) and the two number series that hang on its prefix.</summary>
internal sealed class WriterProcess(int prefix, DateTimeOffset startedAt)
{
    public int Prefix { get; } = prefix;

    public DateTimeOffset StartedAt { get; } = startedAt;

    public IslemNoSequence IslemNumbers { get; } = new(prefix);

    public NonceSequence Nonces { get; } = new(prefix, startedAt);
}
