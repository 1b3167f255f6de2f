using System.Net.Sockets;
using Kps.Mernis.Tests.Fakes;

namespace Kps.Mernis.Tests.Transport;

/// <summary>The one retry: after a connection closed before any byte of the answer, and after nothing else.</summary>
public sealed class RetryTests
{
    private static readonly byte[] Answer = RawServer.Http(Answers.Citizen(Answers.Person));

    [TestCase(true)]
    [TestCase(false)]
    public async Task ClosedBeforeAnyByte_IsRetriedOnce(bool reset)
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var router = new RawServer(async (request, socket) =>
        {
            if (request == 1)
            {
                return Close(socket, reset);
            }

            await socket.SendAsync(Answer);
            return true;
        });
        await using var client = new TestClient(nvi.StsUrl, router.Url);
        var reply = await client.AskAsync();
        Assert.That(reply.Fault, Is.Null);
        Assert.That(
            reply.Attempts.Where(attempt => attempt.Kind == UpstreamAttemptKind.Query).Select(attempt => attempt.Fault),
            Is.EqualTo(new UpstreamFault?[] { UpstreamFault.Unreachable, null }));
        Assert.That(router.Requests, Is.EqualTo(2));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task ClosedBeforeAnyByte_AgainAndAgain_IsTriedTwiceOnly(bool reset)
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var router = new RawServer((_, socket) => Task.FromResult(Close(socket, reset)));
        await using var client = new TestClient(nvi.StsUrl, router.Url);
        var reply = await client.AskAsync();
        Assert.That(reply.Fault, Is.EqualTo(UpstreamFault.Unreachable));
        Assert.That(router.Requests, Is.EqualTo(2));
        Assert.That(reply.Attempts, Has.Count.EqualTo(3));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task KeptConnectionClosedBeforeAnyByte_IsRetriedOnce(bool reset)
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var router = new RawServer(async (request, socket) =>
        {
            if (request == 2)
            {
                return Close(socket, reset);
            }

            await socket.SendAsync(Answer);
            return true;
        });
        await using var client = new TestClient(nvi.StsUrl, router.Url);
        Assert.That((await client.AskAsync()).Attempts, Has.Count.EqualTo(2));
        var reply = await client.AskAsync();
        Assert.That(reply.Fault, Is.Null);
        Assert.That(reply.Attempts, Has.Count.EqualTo(2));
        Assert.That(router.Requests, Is.EqualTo(3));
    }

    [TestCase(1)]
    [TestCase(20)]
    [TestCase(200)]
    public async Task LostAmidTheAnswer_IsNeverRetried(int bytes)
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var router = new RawServer(async (_, socket) =>
        {
            await socket.SendAsync(Answer.AsMemory(0, bytes));
            return Close(socket, reset: false);
        });
        await using var client = new TestClient(nvi.StsUrl, router.Url);
        var reply = await client.AskAsync();
        Assert.That(reply.Fault, Is.EqualTo(UpstreamFault.Unreachable));
        Assert.That(router.Requests, Is.EqualTo(1));
    }

    [Test]
    public async Task NotHttp_IsMalformed_AndNeverRetried()
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var router = new RawServer(async (_, socket) =>
        {
            await socket.SendAsync("220 mail.example ESMTP\r\n\r\n"u8.ToArray());
            return Close(socket, reset: false);
        });
        await using var client = new TestClient(nvi.StsUrl, router.Url);
        Assert.That((await client.AskAsync()).Fault, Is.EqualTo(UpstreamFault.Malformed));
        Assert.That(router.Requests, Is.EqualTo(1));
    }

    [Test]
    public async Task EachTry_HasItsOwnMessageIdAndConnection()
    {
        var ids = new List<string>();
        await using var nvi = await FakeNvi.StartAsync();
        nvi.Router = (context, body) =>
        {
            lock (ids)
            {
                ids.Add(System.Text.RegularExpressions.Regex.Match(body, "urn:uuid:([^<]+)<").Value);
            }

            context.Abort();
            return Task.CompletedTask;
        };
        await using var client = TestClient.For(nvi);
        await client.AskAsync();
        Assert.That(ids, Has.Count.EqualTo(2).And.Unique);
    }

    private static bool Close(Socket socket, bool reset)
    {
        if (reset)
        {
            RawServer.Reset(socket);
        }

        return false;
    }
}
