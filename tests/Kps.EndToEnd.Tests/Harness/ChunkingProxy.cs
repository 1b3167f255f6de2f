using Kps.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Kps.EndToEnd.Tests.Harness;

/// <summary>A TLS proxy before the gateway that sends every answer on without its length, in pieces that cut letters in two.</summary>
internal sealed class ChunkingProxy : IAsyncDisposable
{
    /// <summary>Odd, so that pieces end inside Turkish letters as well.</summary>
    private const int PieceBytes = 97;

    private readonly WebApplication _app;
    private readonly HttpClient _gateway;
    private readonly Uri _target;
    private int _forwarded;

    private ChunkingProxy(TestEnvironment environment)
    {
        var port = TestCluster.FreePort();
        var certificate = environment.Certificates.Server;
        _gateway = environment.Http;
        _target = environment.RouterUrl;
        Url = new UriBuilder(_target) { Port = port }.Uri;

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.UseHttps(certificate);
        }));
        _app = builder.Build();
        _app.Run(ForwardAsync);
    }

    /// <summary>The router door as seen through the proxy.</summary>
    public Uri Url { get; }

    /// <summary>Queries passed on, GETs of the WSDL not counted.</summary>
    public int Forwarded => Volatile.Read(ref _forwarded);

    public static async Task<ChunkingProxy> StartAsync(TestEnvironment environment)
    {
        var proxy = new ChunkingProxy(environment);
        await proxy._app.StartAsync();
        return proxy;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ForwardAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(_target, context.Request.Path + context.Request.QueryString));
        if (HttpMethods.IsPost(context.Request.Method))
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            request.Content = new ByteArrayContent(body.ToArray());
            Interlocked.Increment(ref _forwarded);
        }

        foreach (var (name, values) in context.Request.Headers)
        {
            if (name is not ("Connection" or "Content-Length" or "Transfer-Encoding" or "Expect") && !request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        using var answer = await _gateway.SendAsync(request);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        foreach (var piece in (await answer.Content.ReadAsByteArrayAsync()).Chunk(PieceBytes))
        {
            await context.Response.Body.WriteAsync(piece);
            await context.Response.Body.FlushAsync();
        }
    }
}
