using System.Text;
using Microsoft.AspNetCore.Http;
using Nvi.Simulator.Control;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Hosting;

/// <summary>The HTTP side of one door, as IIS and WCF have it: path, method, content type, size; then the answer, or the fault armed for it.</summary>
/// <param name="endpoint">Which door.</param>
/// <param name="path">Its path; IIS compares without case.</param>
/// <param name="answer">What it answers when nothing is armed.</param>
/// <param name="faults">What is armed.</param>
/// <param name="book">What is counted.</param>
/// <param name="delay">Fixed delay of every answer.</param>
/// <param name="mixUp">Turns a request into one about another person, for <see cref="NviFaultKind.AnotherPerson"/>.</param>
internal sealed class SoapDoor(
    NviEndpoint endpoint, string path, Func<byte[], SoapReply> answer, FaultDesk faults, CallBook book, TimeSpan delay, Func<byte[], byte[]>? mixUp = null)
{
    /// <summary>Largest request: WCF's default quota.</summary>
    public const int LargestRequest = 65_536;

    private const int HugeOctets = 5_000_000;
    private const string Html = "text/html; charset=utf-8";

    private static readonly ReadOnlyMemory<byte> ForbiddenPage = Page("403 - Forbidden: Access is denied.");
    private static readonly ReadOnlyMemory<byte> ErrorPage = Page("500 - Internal server error.");
    private static readonly ReadOnlyMemory<byte> Garbage = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("\u0001{%<]]>&;~", 200)));

    /// <summary>Handles one request.</summary>
    /// <param name="context">The request.</param>
    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        var status = !string.Equals(request.Path, path, StringComparison.OrdinalIgnoreCase) ? StatusCodes.Status404NotFound
            : !HttpMethods.IsPost(request.Method) && !HttpMethods.IsGet(request.Method) ? StatusCodes.Status405MethodNotAllowed
            : !IsSoap(request.ContentType) ? StatusCodes.Status415UnsupportedMediaType
            : StatusCodes.Status200OK;
        if (status != StatusCodes.Status200OK)
        {
            context.Response.StatusCode = status;
            return;
        }

        byte[] content;
        try
        {
            using var octets = new MemoryStream();
            await request.Body.CopyToAsync(octets, context.RequestAborted).ConfigureAwait(false);
            content = octets.ToArray();
        }
        catch (BadHttpRequestException tooLarge)
        {
            context.Response.StatusCode = tooLarge.StatusCode;
            return;
        }

        book.Reached(endpoint);
        var cleared = faults.Cleared;
        var fault = faults.TakeForCall(endpoint);
        if (fault is not null)
            book.FaultPlayed();
        var pause = delay + TimeSpan.FromMilliseconds(fault?.DelayMilliseconds ?? 0);
        if (pause > TimeSpan.Zero)
            await Task.Delay(pause, context.RequestAborted).ConfigureAwait(false);
        await PlayAsync(context, fault?.Kind ?? NviFaultKind.None, content, cleared).ConfigureAwait(false);
    }

    private async Task PlayAsync(HttpContext context, NviFaultKind kind, byte[] content, CancellationToken cleared)
    {
        switch (kind)
        {
            case NviFaultKind.Hang:
                await HangAsync(context, cleared).ConfigureAwait(false);
                break;
            case NviFaultKind.ResetBeforeAnswer:
                context.Abort();
                break;
            case NviFaultKind.Forbidden:
                await SendAsync(context, StatusCodes.Status403Forbidden, Html, ForbiddenPage).ConfigureAwait(false);
                break;
            case NviFaultKind.ServerError:
                await SendAsync(context, StatusCodes.Status500InternalServerError, Html, ErrorPage).ConfigureAwait(false);
                break;
            case NviFaultKind.SoapFault:
                await SendAsync(context, SoapWriter.Fault(SoapFault.Internal, relatesTo: null)).ConfigureAwait(false);
                break;
            case NviFaultKind.Garbage:
                await SendAsync(context, StatusCodes.Status200OK, SoapReply.ContentType, Garbage).ConfigureAwait(false);
                break;
            case NviFaultKind.HugeAnswer:
                await SendAsync(context, StatusCodes.Status200OK, SoapReply.ContentType, HugeAnswer()).ConfigureAwait(false);
                break;
            case NviFaultKind.TruncatedBody:
                await SendHalfAsync(context, answer(content)).ConfigureAwait(false);
                break;
            case NviFaultKind.AnotherPerson:
                await SendAsync(context, answer(mixUp?.Invoke(content) ?? content)).ConfigureAwait(false);
                break;
            case NviFaultKind.WrongContentType:
                var reply = answer(content);
                await SendAsync(context, reply.Status, Html, reply.Body).ConfigureAwait(false);
                break;
            default:
                await SendAsync(context, answer(content)).ConfigureAwait(false);
                break;
        }
    }

    private static bool IsSoap(string? contentType) =>
        contentType is not null
        && contentType.Split(';')[0].Trim().Equals("application/soap+xml", StringComparison.OrdinalIgnoreCase);

    private static async Task HangAsync(HttpContext context, CancellationToken cleared)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, cleared);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (end.Token.Register(ended.SetResult).ConfigureAwait(false))
            await ended.Task.ConfigureAwait(false);
        context.Abort();
    }

    private static Task SendAsync(HttpContext context, SoapReply reply) =>
        SendAsync(context, reply.Status, reply.Body.IsEmpty ? null : SoapReply.ContentType, reply.Body);

    private static async Task SendAsync(HttpContext context, int status, string? contentType, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task SendHalfAsync(HttpContext context, SoapReply reply)
    {
        // Kestrel ends the connection after an answer shorter than its announced length.
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = SoapReply.ContentType;
        context.Response.ContentLength = reply.Body.Length;
        await context.Response.Body.WriteAsync(reply.Body[..(reply.Body.Length / 2)], context.RequestAborted).ConfigureAwait(false);
    }

    private static byte[] HugeAnswer()
    {
        var head = $"<s:Envelope xmlns:s=\"{Ns.Soap12}\"><s:Body><SorgulaResponse xmlns=\"{Ns.Bilesik}\"><SorgulaResult>";
        const string Tail = "</SorgulaResult></SorgulaResponse></s:Body></s:Envelope>";
        return Encoding.ASCII.GetBytes(head + new string('x', HugeOctets - head.Length - Tail.Length) + Tail);
    }

    private static byte[] Page(string text) =>
        Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><title>{text}</title></head><body><h1>{text}</h1></body></html>");
}
