using Kps.Gateway.FrontDoor;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Health;

/// <summary>
/// Between being told to stop and closing the doors: <c>/health/ready</c> says 503 at once, and the load balancer gets
/// <see cref="GatewayOptions.StopDelay"/> to notice while calls are still answered.
/// </summary>
internal sealed class StopDelay(IOptions<GatewayOptions> options, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<StopDelay> logger) : IHostedLifecycleService
{
    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The host calls this before it stops any service, the web server among them.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        lifetime.StopApplication();
        Log.Stopping(logger, options.Value.StopDelay);
        await Task.Delay(options.Value.StopDelay, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
