using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kps.Mernis.Tests.Fakes;

/// <summary>Both of NVİ's doors on loopback; a test says what each one does. Left alone they issue tokens and answer with a citizen.</summary>
internal sealed class FakeNvi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _tokens;

    private FakeNvi(WebApplication app)
    {
        _app = app;
        Sts = IssueAsync;
        Router = (context, _) => WriteAsync(context, 200, Answers.Citizen(Answers.Person));
    }

    public Func<HttpContext, string, Task> Sts { get; set; }

    public Func<HttpContext, string, Task> Router { get; set; }

    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    public ConcurrentQueue<string> StsRequests { get; } = new();

    public ConcurrentQueue<string> RouterRequests { get; } = new();

    public ConcurrentQueue<Dictionary<string, string>> RouterHeaders { get; } = new();

    public Uri Address { get; private set; } = null!;

    public Uri StsUrl => new(Address, "/sts");

    public Uri RouterUrl => new(Address, "/router");

    public static async Task<FakeNvi> StartAsync(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint =>
        {
            if (certificate is not null)
            {
                endpoint.UseHttps(certificate);
            }
        }));
        var app = builder.Build();
        var nvi = new FakeNvi(app);
        app.MapPost("/sts", context => nvi.TakeAsync(context, nvi.StsRequests, body => nvi.Sts(context, body)));
        app.MapPost("/router", context =>
        {
            nvi.RouterHeaders.Enqueue(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()));
            return nvi.TakeAsync(context, nvi.RouterRequests, body => nvi.Router(context, body));
        });
        await app.StartAsync();
        var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
        nvi.Address = new Uri(certificate is null ? $"http://127.0.0.1:{port}" : $"https://localhost:{port}");
        return nvi;
    }

    public Task IssueAsync(HttpContext context, string body) =>
        WriteAsync(context, 200, Answers.Token(TokenLifetime, id: $"_token-{Interlocked.Increment(ref _tokens)}"));

    public static async Task WriteAsync(HttpContext context, int status, string body, string type = "application/soap+xml; charset=utf-8")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context, ConcurrentQueue<string> requests, Func<string, Task> answer)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        requests.Enqueue(body);
        await answer(body);
    }
}
