using Kps.Mernis.Transport;

namespace Kps.Mernis.Tests.Transport;

public sealed class AnswerWatchingStreamTests
{
    private static readonly byte[] Request = [1, 2, 3];

    [Test]
    public async Task EndBeforeTheFirstByte_IsTold()
    {
        await using var stream = new AnswerWatchingStream(new ScriptedStream());
        await stream.WriteAsync(Request);
        Assert.That(async () => await stream.ReadAsync(new byte[8]), Throws.InstanceOf<ClosedBeforeAnswerException>());
    }

    [Test]
    public async Task LossBeforeTheFirstByte_IsTold()
    {
        await using var stream = new AnswerWatchingStream(new ScriptedStream { Loss = new IOException("reset") });
        await stream.WriteAsync(Request);
        Assert.That(async () => await stream.ReadAsync(new byte[8]), Throws.InstanceOf<ClosedBeforeAnswerException>());
    }

    [Test]
    public async Task EndAndLossAfterAByte_AreLeftAsTheyAre()
    {
        await using var ends = new AnswerWatchingStream(new ScriptedStream(1));
        await ends.WriteAsync(Request);
        Assert.That(await ends.ReadAsync(new byte[8]), Is.EqualTo(1));
        Assert.That(await ends.ReadAsync(new byte[8]), Is.EqualTo(0));

        await using var breaks = new AnswerWatchingStream(new ScriptedStream(1) { Loss = new IOException("reset") });
        await breaks.WriteAsync(Request);
        Assert.That(await breaks.ReadAsync(new byte[8]), Is.EqualTo(1));
        Assert.That(async () => await breaks.ReadAsync(new byte[8]), Throws.Exception.TypeOf<IOException>());
    }

    [Test]
    public async Task NextRequest_AwaitsItsOwnAnswer()
    {
        await using var stream = new AnswerWatchingStream(new ScriptedStream(5));
        await stream.WriteAsync(Request);
        Assert.That(await stream.ReadAsync(new byte[8]), Is.EqualTo(5));
        await stream.WriteAsync(Request);
        Assert.That(async () => await stream.ReadAsync(new byte[8]), Throws.InstanceOf<ClosedBeforeAnswerException>());
    }

    [Test]
    public async Task EmptyRead_AndEndOfAnIdleConnection_MeanNothing()
    {
        await using var stream = new AnswerWatchingStream(new ScriptedStream());
        Assert.That(await stream.ReadAsync(new byte[8]), Is.EqualTo(0), "nothing was asked");
        await stream.WriteAsync(Request);
        Assert.That(await stream.ReadAsync(Memory<byte>.Empty), Is.EqualTo(0), "zero bytes were asked for");
    }

    [Test]
    public void LostWrite_IsTold()
    {
        using var stream = new AnswerWatchingStream(new ScriptedStream { WriteLoss = new IOException("reset") });
        Assert.That(async () => await stream.WriteAsync(Request), Throws.InstanceOf<ClosedBeforeAnswerException>());
    }

    /// <summary>Gives reads of the scripted lengths, then the end or a loss.</summary>
    private sealed class ScriptedStream(params int[] reads) : MemoryStream
    {
        private readonly Queue<int> _reads = new(reads);

        public IOException? Loss { get; init; }

        public IOException? WriteLoss { get; init; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            _reads.TryDequeue(out var read) ? ValueTask.FromResult(read)
            : Loss is not null ? ValueTask.FromException<int>(Loss)
            : ValueTask.FromResult(0);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            WriteLoss is not null ? ValueTask.FromException(WriteLoss) : ValueTask.CompletedTask;
    }
}
