using System.Net;

namespace Kps.Mernis.Transport;

/// <summary>Sends a <see cref="RequestBuffer"/> as it is.</summary>
/// <remarks>
/// An answer or a cancellation can arrive while the body is still being written. Only a body known to have been written wholly, or never
/// begun, gives its buffer back to the pool; any other is left to the garbage collector, lest another request's bytes be sent in its place.
/// </remarks>
internal sealed class RequestContent : HttpContent
{
    private readonly RequestBuffer _body;
    private volatile bool _writing;

    public RequestContent(RequestBuffer body)
    {
        _body = body;
        Headers.TryAddWithoutValidation("Content-Type", "application/soap+xml; charset=utf-8");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _writing = true;
        await stream.WriteAsync(_body.Written, cancellationToken).ConfigureAwait(false);
        _writing = false;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_writing)
        {
            _body.Dispose();
        }

        base.Dispose(disposing);
    }
}
