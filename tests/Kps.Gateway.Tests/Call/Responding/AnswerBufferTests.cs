using Kps.Gateway.Call.Responding;

namespace Kps.Gateway.Tests.Call.Responding;

internal sealed class AnswerBufferTests
{
    [Test]
    public void Writes_AreKeptInOrderAcrossEverySize()
    {
        using var buffer = new AnswerBuffer();
        var expected = new List<byte>();
        for (var size = 0; size < 3000; size += 37)
        {
            var piece = Enumerable.Range(0, size).Select(index => (byte)(index + size)).ToArray();
            buffer.Write(piece);
            buffer.Write(piece, 0, size / 2);
            expected.AddRange(piece);
            expected.AddRange(piece[..(size / 2)]);
        }

        Assert.That(buffer.Written.ToArray(), Is.EqualTo(expected));
        Assert.That((buffer.Length, buffer.Position), Is.EqualTo(((long)expected.Count, (long)expected.Count)));
    }

    [Test]
    public void Disposal_ClearsWhatWasWritten()
    {
        var buffer = new AnswerBuffer();
        buffer.Write("kişi"u8);
        var written = buffer.Written;
        buffer.Dispose();
        buffer.Dispose();

        Assert.That(written.ToArray(), Is.All.Zero);
        Assert.That(buffer.Length, Is.Zero);
    }
}
