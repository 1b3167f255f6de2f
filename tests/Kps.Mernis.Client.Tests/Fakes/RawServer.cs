using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kps.Mernis.Tests.Fakes;

/// <summary>A TCP server below HTTP: a test says what each accepted connection does with each request that came in whole.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _accepting;
    private int _requests;

    /// <param name="answer">Gets the number of the request, from 1, and its socket. Returns false to close the connection.</param>
    public RawServer(Func<int, Socket, Task<bool>> answer)
    {
        _listener.Start();
        _accepting = AcceptAsync(answer);
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/router");

    /// <summary>Requests received whole, on all connections.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public static byte[] Http(string body) =>
        Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public static void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stopping.Dispose();
    }

    private async Task AcceptAsync(Func<int, Socket, Task<bool>> answer)
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stopping.Token), answer));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket, Func<int, Socket, Task<bool>> answer)
    {
        using (socket)
        {
            try
            {
                while (await ReadRequestAsync(socket) && await answer(Interlocked.Increment(ref _requests), socket))
                {
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The client or the test hung up.
            }
        }
    }

    private async Task<bool> ReadRequestAsync(Socket socket)
    {
        var received = new List<byte>();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer, SocketFlags.None, _stopping.Token);
            if (read == 0)
            {
                return false;
            }

            received.AddRange(buffer.AsSpan(0, read));
            if (Encoding.UTF8.GetString([.. received]).EndsWith("</s:Envelope>", StringComparison.Ordinal))
            {
                return true;
            }
        }
    }
}
