using System.Text;
using Kps.Fuzz.Tests.House;

namespace Kps.Fuzz.Tests.FrontDoor;

/// <summary>
/// Requests whose end two servers may see in different places. Behind each stands an honest request: if it is answered too, a proxy in front
/// of us that counted otherwise would have let it through unseen, as somebody else's.
/// </summary>
internal sealed class SmugglingTests
{
    private static readonly string Body = RawConnection.Envelope;

    private static readonly string Chunked = $"{Body.Length:x}\r\n{Body}\r\n0\r\n\r\n";

    private FuzzHouse _house = null!;

    private static IEnumerable<TestCaseData> Ambiguous =>
    [
        Case("LengthAndChunks", $"Content-Length: {Chunked.Length}\r\nTransfer-Encoding: chunked\r\n", Chunked),
        Case("ChunksAndLength", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", Chunked),
        Case("ChunksAndLengthOfNothing", "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n", Chunked),
        Case("EmptyChunksAndLength", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
        Case("TwoLengths", $"Content-Length: {Body.Length}\r\nContent-Length: 4\r\n", Body),
        Case("TwoEqualLengths", $"Content-Length: {Body.Length}\r\nContent-Length: {Body.Length}\r\n", Body),
        Case("LengthList", $"Content-Length: {Body.Length}, {Body.Length}\r\n", Body),
        Case("NegativeLength", "Content-Length: -1\r\n", Body),
        Case("LengthInHex", $"Content-Length: 0x{Body.Length:x}\r\n", Body),
        Case("HugeLength", "Content-Length: 99999999999999999999999\r\n", Body),
        Case("BlankBeforeColon", $"Content-Length : {Body.Length}\r\n", Body),
        Case("FoldedLength", $"Content-Length:\r\n {Body.Length}\r\n", Body),
        Case("FoldedHeader", $"X-A: 1\r\n Transfer-Encoding: chunked\r\nContent-Length: {Body.Length}\r\n", Body),
        Case("HeaderWithoutColon", $"Transfer-Encoding chunked\r\nContent-Length: {Body.Length}\r\n", Body),
        Case("BareLineFeeds", $"X-A: 1\nTransfer-Encoding: chunked\nContent-Length: {Body.Length}\r\n", Body),
        Case("BareCarriageReturn", $"X-A: 1\rTransfer-Encoding: chunked\r\nContent-Length: {Body.Length}\r\n", Body),
        Case("NullInHeader", $"X-A: \0\r\nContent-Length: {Body.Length}\r\n", Body),
        Case("UnknownCoding", "Transfer-Encoding: xchunked\r\n", Chunked),
        Case("ChunkedNotLast", "Transfer-Encoding: chunked, identity\r\n", Chunked),
        Case("ChunkedTwice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", Chunked),
        Case("ChunkedTwiceInOneLine", "Transfer-Encoding: chunked, chunked\r\n", Chunked),
        Case("VerticalTab", "Transfer-Encoding: \vchunked\r\n", Chunked),
        Case("NegativeChunk", "Transfer-Encoding: chunked\r\n", $"-1\r\n{Body}\r\n0\r\n\r\n"),
        Case("HugeChunk", "Transfer-Encoding: chunked\r\n", $"FFFFFFFFFFFFFFFF1\r\n{Body}\r\n0\r\n\r\n"),
        Case("OverflowingChunk", "Transfer-Encoding: chunked\r\n", $"100000000{Body.Length:x}\r\n{Body}\r\n0\r\n\r\n"),
        Case("ChunkOfHexPrefix", "Transfer-Encoding: chunked\r\n", $"0x{Body.Length:x}\r\n{Body}\r\n0\r\n\r\n"),
        Case("ChunkWithoutEnding", "Transfer-Encoding: chunked\r\n", $"{Body.Length:x}\r\n{Body}0\r\n\r\n"),
        Case("ChunkEndedByLineFeed", "Transfer-Encoding: chunked\r\n", $"{Body.Length:x}\n{Body}\n0\n\n"),
        Case("ExtensionEndedByLineFeed", "Transfer-Encoding: chunked\r\n", $"{Body.Length:x};a\n{Body}\r\n0\r\n\r\n"),
        Case("ExtensionEndedByCarriageReturn", "Transfer-Encoding: chunked\r\n", $"{Body.Length:x};a\rb\r\n{Body}\r\n0\r\n\r\n"),
    ];

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await FuzzHouse.OpenAsync();

    [OneTimeTearDown]
    public async Task CloseAsync() => await _house.DisposeAsync();

    [TestCaseSource(nameof(Ambiguous))]
    public async Task AmbiguousRequest_IsTheLastOfItsConnection(string head, string body)
    {
        _house.TakeTrace();
        using var connection = await RawConnection.OpenAsync(_house);

        var received = await connection.ExchangeAsync(RawConnection.Post(head, body) + RawConnection.Honest("kacak"));

        Assert.That(RawConnection.Statuses(received), Has.Count.LessThanOrEqualTo(1), received);
        Assert.That(received, Does.Not.Contain("kacak"));
        Assert.That(_house.TakeTrace().Ends, Is.LessThanOrEqualTo(1));
        await OthersAreServedAsync();
    }

    [TestCase(";a=b")]
    [TestCase(";a=\"b c\"")]
    [TestCase(";")]
    public async Task ChunkExtension_IsPassedOver(string extension)
    {
        var chunked = new StringBuilder();
        foreach (var part in Body.Chunk(100))
        {
            chunked.Append($"{part.Length:x}{extension}\r\n{new string(part)}\r\n");
        }

        using var connection = await RawConnection.OpenAsync(_house);

        var received = await connection.ExchangeAsync(RawConnection.Post("Transfer-Encoding: chunked\r\nConnection: close\r\n", $"{chunked}0{extension}\r\n\r\n"));

        Assert.That(RawConnection.Statuses(received), Is.EqualTo(new[] { 200 }), received);
    }

    /// <summary>
    /// Kestrel takes a sign before the length, and nothing behind its parser can see it. What can be held: it is read as that very number, so the
    /// next request begins where an honest one would.
    /// </summary>
    [Test]
    public async Task LengthWithSign_IsReadAsItsNumber()
    {
        using var connection = await RawConnection.OpenAsync(_house);

        var received = await connection.ExchangeAsync(RawConnection.Post($"Content-Length: +{Body.Length}\r\n", Body) + RawConnection.Honest("sonraki"));

        Assert.That(RawConnection.Statuses(received), Is.EqualTo(new[] { 200, 200 }).Or.EqualTo(new[] { 400 }), received);
    }

    private async Task OthersAreServedAsync()
    {
        using var connection = await RawConnection.OpenAsync(_house);
        Assert.That(RawConnection.Statuses(await connection.ExchangeAsync(RawConnection.Honest())), Is.EqualTo(new[] { 200 }));
    }

    private static TestCaseData Case(string name, string head, string body) => new TestCaseData(head, body).SetArgDisplayNames(name);
}
