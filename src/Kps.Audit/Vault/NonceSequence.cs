using System.Buffers.Binary;

namespace Kps.Audit.Vault;

/// <summary>
/// AES-GCM nonces of one process: its registered prefix (32 bits) ‖ a counter (64 bits), never random. The counter begins at the time of
/// registration in 100 ns ticks: should a restored database give a prefix again, the counters still do not meet.
/// </summary>
internal sealed class NonceSequence(int prefix, DateTimeOffset registeredAt)
{
    private long _counter = registeredAt.UtcTicks;

    public void Next(Span<byte> nonce)
    {
        BinaryPrimitives.WriteInt32BigEndian(nonce, prefix);
        BinaryPrimitives.WriteInt64BigEndian(nonce[4..], Interlocked.Increment(ref _counter));
    }
}
