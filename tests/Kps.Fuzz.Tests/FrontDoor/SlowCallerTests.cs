using System.Net.Sockets;
using Kps.Fuzz.Tests.House;
using Kps.Gateway;

namespace Kps.Fuzz.Tests.FrontDoor;

/// <summary>Callers who keep a connection busy by sending next to nothing are cut off, and nobody else notices them.</summary>
internal sealed class SlowCallerTests
{
    private const int SlowCallers = 40;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private FuzzHouse _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await FuzzHouse.OpenAsync();

    [OneTimeTearDown]
    public async Task CloseAsync() => await _house.DisposeAsync();

    [Test]
    public async Task DrippedHead_IsCutAndOthersAreServed()
    {
        const string Start = "POST " + GatewayHost.RouterPath + " HTTP/1.1\r\nHost: localhost\r\n";

        var received = await CrowdAsync(Start, drop: "X-A: 1\r\n");

        Assert.That(received.SelectMany(RawConnection.Statuses), Is.All.EqualTo(408));
    }

    [Test]
    public async Task DrippedBody_IsCutAndOthersAreServed()
    {
        var received = await CrowdAsync(RawConnection.Post("Content-Length: 60000\r\n", "<"), drop: "a");

        Assert.That(received.SelectMany(RawConnection.Statuses), Is.All.AnyOf(408, 500));
    }

    [Test]
    public async Task WithheldBody_IsCutAndOthersAreServed()
    {
        var received = await CrowdAsync(RawConnection.Post("Transfer-Encoding: chunked\r\n", "5\r\n<"), drop: null);

        Assert.That(received.SelectMany(RawConnection.Statuses), Is.All.AnyOf(408, 500));
    }

    /// <summary>Opens the slow connections, is served beside them, and returns what each of them received when it was closed.</summary>
    private async Task<string[]> CrowdAsync(string start, string? drop)
    {
        var crowd = Enumerable.Range(0, SlowCallers).Select(_ => DripAsync(start, drop)).ToList();
        for (var call = 0; call < 20; call++)
        {
            using var connection = await RawConnection.OpenAsync(_house);
            Assert.That(RawConnection.Statuses(await connection.ExchangeAsync(RawConnection.Honest())), Is.EqualTo(new[] { 200 }));
        }

        return await Task.WhenAll(crowd);
    }

    private async Task<string> DripAsync(string start, string? drop)
    {
        using var connection = await RawConnection.OpenAsync(_house);
        await connection.SendAsync(start);
        var ended = connection.ReadToEndAsync();
        try
        {
            while (drop is not null && !ended.IsCompleted)
            {
                await connection.SendAsync(drop);
                await Task.WhenAny(ended, Task.Delay(Pause));
            }
        }
        catch (SocketException)
        {
            // The gateway has closed.
        }

        return await ended;
    }
}
