using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Kps.Fuzz.Tests.House;
using Kps.Gateway;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Fuzz.Tests.FrontDoor;

/// <summary>A connection on which bytes are sent as written, for requests no HTTP client would make.</summary>
internal sealed partial class RawConnection : IDisposable
{
    /// <summary>Only to end a test that would hang; no promise is measured by it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <summary>A question that is answered.</summary>
    public static string Envelope { get; } = EnvelopeOf("1");

    public static async Task<RawConnection> OpenAsync(FuzzHouse house)
    {
        var connection = new RawConnection();
        await connection._socket.ConnectAsync(IPAddress.Loopback, house.Port);
        return connection;
    }

    public static string EnvelopeOf(string messageId) =>
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header><a:MessageID xmlns:a=\"http://www.w3.org/2005/08/addressing\">"
        + $"{messageId}</a:MessageID><o:Security xmlns:o=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\"><o:UsernameToken><o:Username>"
        + $"{Registered.UserName}</o:Username><o:Password>{Registered.Password.Reveal()}</o:Password></o:UsernameToken></o:Security></s:Header>"
        + $"<s:Body><BilesikKisiSorgula xmlns=\"https://www.saglik.gov.tr/KPS/01/01/2017\"><kimlikNo>{Registered.Person.Value}</kimlikNo></BilesikKisiSorgula></s:Body></s:Envelope>";

    /// <summary>Head and body of a whole POST; lines end in CR LF.</summary>
    /// <param name="head">Header lines besides Host and Content-Type, each with its ending.</param>
    /// <param name="body">The body.</param>
    /// <param name="target">The request target.</param>
    /// <param name="version">The protocol version.</param>
    public static string Post(string head, string body, string target = GatewayHost.RouterPath, string version = "1.1") =>
        $"POST {target} HTTP/{version}\r\nHost: localhost\r\nContent-Type: application/soap+xml; charset=utf-8\r\n{head}\r\n{body}";

    /// <summary>A whole, honest POST.</summary>
    public static string Honest(string messageId = "1", string head = "Connection: close\r\n", string target = GatewayHost.RouterPath, string version = "1.1")
    {
        var body = EnvelopeOf(messageId);
        return Post($"Content-Length: {body.Length}\r\n{head}", body, target, version);
    }

    /// <summary>Sends text as Latin-1.</summary>
    public async Task SendAsync(string text) => await _socket.SendAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Sends and reads until the gateway closes.</summary>
    public async Task<string> ExchangeAsync(string text)
    {
        try
        {
            await SendAsync(text);
        }
        catch (SocketException)
        {
            // It has closed before all was sent; what it said before that counts.
        }

        return await ReadToEndAsync();
    }

    /// <summary>Reads until the gateway closes; a reset counts as closing.</summary>
    /// <exception cref="OperationCanceledException">It does not.</exception>
    public async Task<string> ReadToEndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var text = new StringBuilder();
        var buffer = new byte[8192];
        try
        {
            while (await _socket.ReceiveAsync(buffer, patience.Token) is > 0 and var read)
            {
                text.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted)
        {
            return text.ToString();
        }

        return text.ToString();
    }

    /// <summary>Status codes of the answers in a received text, 100 not counted.</summary>
    public static IReadOnlyList<int> Statuses(string received) =>
        [.. StatusLine().Matches(received).Select(match => int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)).Where(status => status != 100)];

    public void Dispose() => _socket.Dispose();

    [GeneratedRegex(@"HTTP/1\.[01] (\d{3}) ")]
    private static partial Regex StatusLine();
}
