using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kps.TestSupport;

/// <summary>A second place for checkpoints behind HTTP, on a loopback port; it can refuse, hang, stop and come back.</summary>
public sealed class CheckpointPlace : IAsyncDisposable
{
    private readonly int _port = TestCluster.FreePort();
    private readonly List<string> _notes = [];
    private WebApplication? _server;

    public Uri Url => new($"http://127.0.0.1:{_port}/checkpoints");

    /// <summary>Answers with this status and keeps nothing unless it is 204.</summary>
    public int Status { get; set; } = StatusCodes.Status204NoContent;

    /// <summary>Never answers.</summary>
    public bool Hangs { get; set; }

    /// <summary>Requests that arrived.</summary>
    public int Requests { get; private set; }

    /// <summary>What was kept, in order.</summary>
    public IReadOnlyList<string> Notes
    {
        get
        {
            lock (_notes)
            {
                return [.. _notes];
            }
        }
    }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{_port}");
        _server = builder.Build();
        _server.MapPost("/checkpoints", TakeAsync);
        await _server.StartAsync();
    }

    public async Task StopAsync()
    {
        if (_server is { } server)
        {
            _server = null;
            using var impatient = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            await server.StopAsync(impatient.Token);
            await server.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var note = await reader.ReadToEndAsync();
        Requests++;
        if (Hangs)
        {
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        http.Response.StatusCode = http.Request.ContentType == "text/plain; charset=utf-8" ? Status : StatusCodes.Status415UnsupportedMediaType;
        if (http.Response.StatusCode == StatusCodes.Status204NoContent)
        {
            lock (_notes)
            {
                _notes.Add(note);
            }
        }
    }
}
