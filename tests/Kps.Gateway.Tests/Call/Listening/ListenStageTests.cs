using System.Text;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Listening;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace Kps.Gateway.Tests.Call.Listening;

internal sealed class ListenStageTests
{
    [TestCase(1)]
    [TestCase(8 * 1024)]
    [TestCase((8 * 1024) + 1)]
    [TestCase(ListenStage.MaxRequestBytes)]
    public async Task Body_IsReadWhole(int length)
    {
        foreach (var isChunked in new[] { false, true })
        {
            var body = Bytes(length);
            using var call = Calls.Arriving(body, prepare: http => http.Request.ContentLength = isChunked ? null : length);

            Assert.That(await RunAsync(call), Is.Null);
            Assert.That(call.Body.Bytes.ToArray(), Is.EqualTo(body));
        }
    }

    [Test]
    public async Task BodyInManyPieces_IsReadWhole()
    {
        var body = Bytes(20_000);
        using var call = Calls.Arriving(prepare: http => http.Request.Body = new Dribble(body));

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That(call.Body.Bytes.ToArray(), Is.EqualTo(body));
    }

    [Test]
    public async Task AnnouncedTooLarge_IsReadOnSoThatItsSenderHearsWhy()
    {
        var body = new Dribble(Bytes(ListenStage.MaxRequestBytes + 1));
        using var call = Calls.Arriving(prepare: http => (http.Request.Body, http.Request.ContentLength) = (body, ListenStage.MaxRequestBytes + 1));

        Assert.That((await RunAsync(call))?.Code, Is.EqualTo(FaultCode.RequestTooLarge));
        Assert.That(body.Given, Is.EqualTo(ListenStage.MaxRequestBytes + 1), "A server that closes while its client sends loses the answer.");
    }

    [Test]
    public async Task FoundTooLarge_IsReadOnSoThatItsSenderHearsWhy()
    {
        var body = new Dribble(Bytes(ListenStage.MaxRequestBytes * 4));
        using var call = Calls.Arriving(prepare: http => http.Request.Body = body);

        Assert.That((await RunAsync(call))?.Code, Is.EqualTo(FaultCode.RequestTooLarge));
        Assert.That(body.Given, Is.EqualTo(ListenStage.MaxRequestBytes * 4));
    }

    [Test]
    public async Task TooLargeForTheServer_IsTheSameFault()
    {
        using var call = Calls.Arriving(prepare: http => http.Request.Body = new Broken(new BadHttpRequestException("uydurma", 413)));

        Assert.That((await RunAsync(call))?.Code, Is.EqualTo(FaultCode.RequestTooLarge));
    }

    [Test]
    public async Task TooLargeAndBroken_IsStillTooLarge()
    {
        using var call = Calls.Arriving(prepare: http =>
            (http.Request.Body, http.Request.ContentLength) = (new Broken(new IOException("uydurma")), ListenStage.MaxRequestBytes + 1));

        Assert.That((await RunAsync(call))?.Code, Is.EqualTo(FaultCode.RequestTooLarge));
    }

    [Test]
    public async Task BodyThatBreaksOff_IsIncomplete()
    {
        using var slow = Calls.Arriving(prepare: http => http.Request.Body = new Broken(new BadHttpRequestException("uydurma", 408)));
        using var lost = Calls.Arriving(prepare: http => http.Request.Body = new Broken(new IOException("uydurma")));

        Assert.That((await RunAsync(slow))?.Code, Is.EqualTo(FaultCode.RequestIncomplete));
        Assert.That((await RunAsync(lost))?.Code, Is.EqualTo(FaultCode.RequestIncomplete));
    }

    [Test]
    public async Task EmptyBody_IsRefused()
    {
        using var call = Calls.Arriving([]);

        Assert.That((await RunAsync(call))?.Code, Is.EqualTo(FaultCode.EmptyRequest));
    }

    [TestCase("gzip")]
    [TestCase("deflate")]
    [TestCase("br")]
    public async Task CompressedBody_IsRefused(string encoding)
    {
        using var call = Calls.Arriving(Bytes(10), prepare: http => http.Request.Headers.ContentEncoding = encoding);

        Assert.That((await RunAsync(call))?.Code, Is.EqualTo(FaultCode.UnsupportedMediaType));
    }

    [TestCase("text/xml; charset=utf-8", SoapVersion.Soap11, null)]
    [TestCase("application/soap+xml; charset=utf-8", SoapVersion.Soap12, null)]
    [TestCase("application/soap+xml; charset=utf-7", SoapVersion.Soap12, FaultCode.UnsupportedCharset)]
    [TestCase("application/json", SoapVersion.Soap11, FaultCode.UnsupportedMediaType)]
    [TestCase(null, SoapVersion.Soap11, FaultCode.UnsupportedMediaType)]
    public async Task AnswerVersion_FollowsTheContentType(string? contentType, SoapVersion version, FaultCode? fault)
    {
        using var call = Calls.Arriving(Bytes(10), contentType);

        Assert.That((await RunAsync(call))?.Code, Is.EqualTo(fault));
        Assert.That(call.AnswerVersion, Is.EqualTo(version));
    }

    [Test]
    public async Task Buffer_IsClearedWhenTheCallEnds()
    {
        var call = Calls.Arriving(Encoding.UTF8.GetBytes("<Password>gizli</Password>"));
        await RunAsync(call);
        using var view = call.Body.OpenStream();
        call.Dispose();
        call.Dispose();

        var left = new byte[view.Length];
        view.ReadExactly(left);
        Assert.That(left, Is.All.Zero);
    }

    private static byte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(index => (byte)('a' + (index % 26)))];

    private static ValueTask<CallFault?> RunAsync(KpsCall call) => new ListenStage().RunAsync(call, CancellationToken.None);

    /// <summary>Hands out a body a few bytes at a time and counts them.</summary>
    private sealed class Dribble(byte[] body) : MemoryStream(body)
    {
        private const int Piece = 1000;

        public int Given { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer[..Math.Min(Piece, buffer.Length)], cancellationToken);
            Given += read;
            return read;
        }
    }

    private sealed class Broken(Exception exception) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw exception;
    }
}
