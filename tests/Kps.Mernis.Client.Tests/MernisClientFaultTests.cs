using System.Net;
using System.Net.Sockets;
using Kps.Mernis.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace Kps.Mernis.Tests;

/// <summary>Every <see cref="UpstreamFault"/> provoked over loopback.</summary>
public sealed class MernisClientFaultTests
{
    private static readonly Dictionary<string, string?> Impatient = new() { ["AttemptTimeout"] = "00:00:01.5", ["ConnectTimeout"] = "00:00:01.5" };

    [Test]
    public async Task Answer_ComesWithItsAttemptsAndTimes()
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi);
        var reply = await client.AskAsync();
        Assert.Multiple(() =>
        {
            Assert.That(reply.Fault, Is.Null);
            Assert.That(reply.Value!.TCVatandasiKisiKutukleri!.KisiBilgisi!.TemelBilgisi!.Ad, Is.EqualTo("ŞÜKRÜ"));
            Assert.That(reply.Attempts.Select(attempt => (attempt.Kind, attempt.Fault, attempt.HttpStatus)), Is.EqualTo(new (UpstreamAttemptKind, UpstreamFault?, int?)[]
            {
                (UpstreamAttemptKind.Sts, null, 200), (UpstreamAttemptKind.Query, null, 200),
            }));
            Assert.That(reply.AnsweredAt, Is.GreaterThanOrEqualTo(reply.SentAt!.Value));
            Assert.That(reply.StsTime, Is.GreaterThan(TimeSpan.Zero));
            Assert.That(reply.QueryTime, Is.GreaterThan(TimeSpan.Zero));
        });

        var second = await client.AskAsync();
        Assert.That(second.Attempts.Select(attempt => attempt.Kind), Is.EqualTo(new[] { UpstreamAttemptKind.Query }));
        Assert.That(second.StsTime, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public async Task BusinessError_IsNoFault()
    {
        await using var nvi = await FakeNvi.StartAsync();
        nvi.Router = (context, _) => FakeNvi.WriteAsync(context, 200, Answers.Sorgula(Answers.Hata(10) + $"<SorguSonucu {Answers.Nil}/>"));
        await using var client = TestClient.For(nvi);
        var reply = await client.AskAsync();
        Assert.That((reply.Fault, reply.Value, reply.Hata?.Kod), Is.EqualTo(((UpstreamFault?)null, (object?)null, (int?)10)));
    }

    [TestCase(403, "<html>Forbidden</html>", UpstreamFault.AddressNotRegistered)]
    [TestCase(500, "<html>hata</html>", UpstreamFault.Malformed)]
    [TestCase(400, "Bad Request", UpstreamFault.Malformed)]
    [TestCase(302, "", UpstreamFault.Malformed)]
    [TestCase(502, "<html/>", UpstreamFault.Unreachable)]
    [TestCase(503, "<html/>", UpstreamFault.Unreachable)]
    [TestCase(504, "", UpstreamFault.Unreachable)]
    [TestCase(200, "<html/>", UpstreamFault.Malformed)]
    [TestCase(200, "", UpstreamFault.Malformed)]
    public async Task Router_AnswersThatAreNoAnswers(int status, string body, UpstreamFault expected)
    {
        await using var nvi = await FakeNvi.StartAsync();
        nvi.Router = (context, _) => FakeNvi.WriteAsync(context, status, body, "text/html");
        await using var client = TestClient.For(nvi);
        var reply = await client.AskAsync();
        Assert.That((reply.Fault, reply.Value, reply.Attempts[^1].HttpStatus), Is.EqualTo(((UpstreamFault?)expected, (object?)null, (int?)status)));
        Assert.That(nvi.RouterRequests, Has.Count.EqualTo(1), "answered, so never sent again");
    }

    [TestCase(500)]
    [TestCase(200)]
    public async Task ServiceFault_IsNotRetried_AndItsTextNotLogged(int status)
    {
        await using var nvi = await FakeNvi.StartAsync();
        nvi.Router = (context, _) => FakeNvi.WriteAsync(context, status, Answers.Fault("InternalServiceFault"));
        await using var client = TestClient.For(nvi);
        var reply = await client.AskAsync();
        Assert.That(reply.Fault, Is.EqualTo(UpstreamFault.ServiceFault));
        Assert.That(nvi.RouterRequests, Has.Count.EqualTo(1));
        Assert.That(client.Lines.All, Does.Contain("InternalServiceFault").And.Not.Contain("metin"));
    }

    [Test]
    public async Task AnotherPersonsAnswer_IsMalformed()
    {
        await using var nvi = await FakeNvi.StartAsync();
        nvi.Router = (context, _) => FakeNvi.WriteAsync(context, 200, Answers.Citizen(Answers.Other));
        await using var client = TestClient.For(nvi);
        var reply = await client.AskAsync();
        Assert.That((reply.Fault, reply.Value), Is.EqualTo(((UpstreamFault?)UpstreamFault.Malformed, (object?)null)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Answer_OverTheLimit_IsTooLarge_DeclaredOrNot(bool declared)
    {
        await using var nvi = await FakeNvi.StartAsync();
        nvi.Router = async (context, _) =>
        {
            // Ends only when the client hangs up.
            var chunk = new byte[64 * 1024];
            context.Response.ContentLength = declared ? long.MaxValue : null;
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(chunk);
            }
        };
        await using var client = TestClient.For(nvi);
        var reply = await client.AskAsync();
        Assert.That((reply.Fault, reply.Attempts[^1].HttpStatus), Is.EqualTo(((UpstreamFault?)UpstreamFault.TooLarge, (int?)200)));
    }

    [Test]
    public async Task Answer_JustUnderTheLimit_IsRead()
    {
        await using var nvi = await FakeNvi.StartAsync();
        var answer = Answers.Citizen(Answers.Person);
        var padded = answer + new string(' ', (1024 * 1024) - Answers.Bytes(answer).Count);
        nvi.Router = (context, _) => FakeNvi.WriteAsync(context, 200, padded);
        await using var client = TestClient.For(nvi);
        Assert.That((await client.AskAsync()).Fault, Is.Null);
        nvi.Router = (context, _) => FakeNvi.WriteAsync(context, 200, padded + " ");
        Assert.That((await client.AskAsync()).Fault, Is.EqualTo(UpstreamFault.TooLarge));
    }

    [Test]
    public async Task SilentRouter_IsATimeout_AndNeverRetried()
    {
        await using var nvi = await FakeNvi.StartAsync();
        nvi.Router = (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        await using var client = TestClient.For(nvi, Impatient);
        var reply = await client.AskAsync();
        Assert.That(reply.Fault, Is.EqualTo(UpstreamFault.Timeout));
        Assert.That(reply.Attempts.Count(attempt => attempt.Kind == UpstreamAttemptKind.Query), Is.EqualTo(1));
        Assert.That(nvi.RouterRequests, Has.Count.EqualTo(1));
        Assert.That(reply.AnsweredAt, Is.Null);
    }

    [Test]
    public async Task RouterThatStopsAmidItsAnswer_IsATimeout()
    {
        await using var nvi = await FakeNvi.StartAsync();
        nvi.Router = async (context, _) =>
        {
            await context.Response.WriteAsync("<s:Envelope");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        await using var client = TestClient.For(nvi, Impatient);
        Assert.That((await client.AskAsync()).Fault, Is.EqualTo(UpstreamFault.Timeout));
    }

    [Test]
    public async Task ClosedPort_IsUnreachable_AfterOneRetry()
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = new TestClient(nvi.StsUrl, ClosedPort());
        var reply = await client.AskAsync();
        Assert.That(reply.Fault, Is.EqualTo(UpstreamFault.Unreachable));
        Assert.That(reply.Attempts.Count(attempt => attempt.Kind == UpstreamAttemptKind.Query), Is.EqualTo(2));
        Assert.That(reply.Attempts.Skip(1), Is.All.Property(nameof(UpstreamAttempt.HttpStatus)).Null);
    }

    [Test]
    public async Task ClosedStsPort_IsStsUnreachable_AndNoQueryIsSent()
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = new TestClient(ClosedPort(), nvi.RouterUrl);
        var reply = await client.AskAsync();
        Assert.That((reply.Fault, reply.SentAt), Is.EqualTo(((UpstreamFault?)UpstreamFault.StsUnreachable, (DateTimeOffset?)null)));
        Assert.That(reply.Attempts.Select(attempt => attempt.Kind), Is.EqualTo(new[] { UpstreamAttemptKind.Sts, UpstreamAttemptKind.Sts }));
        Assert.That(nvi.RouterRequests, Is.Empty);
    }

    [Test]
    public async Task SilentSts_IsStsTimeout()
    {
        await using var nvi = await FakeNvi.StartAsync();
        nvi.Sts = (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        await using var client = TestClient.For(nvi, new() { ["StsTimeout"] = "00:00:00.5" });
        var reply = await client.AskAsync();
        Assert.That(reply.Fault, Is.EqualTo(UpstreamFault.StsTimeout));
        Assert.That(reply.Attempts, Has.Count.EqualTo(1));
        Assert.That(nvi.RouterRequests, Is.Empty);
    }

    [TestCase(500, "fault", UpstreamFault.StsRefused)]
    [TestCase(400, "fault", UpstreamFault.StsRefused)]
    [TestCase(200, "fault", UpstreamFault.StsRefused)]
    [TestCase(403, "<html>Forbidden</html>", UpstreamFault.AddressNotRegistered)]
    [TestCase(503, "<html/>", UpstreamFault.StsUnreachable)]
    [TestCase(500, "<html/>", UpstreamFault.StsMalformed)]
    [TestCase(200, "<html/>", UpstreamFault.StsMalformed)]
    public async Task Sts_AnswersThatAreNoTokens(int status, string body, UpstreamFault expected)
    {
        await using var nvi = await FakeNvi.StartAsync();
        nvi.Sts = (context, _) => FakeNvi.WriteAsync(context, status, body == "fault" ? Answers.Fault("FailedAuthentication") : body);
        await using var client = TestClient.For(nvi);
        var reply = await client.AskAsync();
        Assert.That(reply.Fault, Is.EqualTo(expected));
        Assert.That(nvi.StsRequests, Has.Count.EqualTo(1));
        Assert.That(nvi.RouterRequests, Is.Empty);
    }

    [Test]
    public async Task StsAnswer_OverItsLimit_IsStsMalformed()
    {
        await using var nvi = await FakeNvi.StartAsync();
        nvi.Sts = (context, _) => FakeNvi.WriteAsync(context, 200, Answers.Token(TimeSpan.FromHours(1), encryptedData: Answers.EncryptedData(new string('Q', 300_000))));
        await using var client = TestClient.For(nvi);
        Assert.That((await client.AskAsync()).Fault, Is.EqualTo(UpstreamFault.StsMalformed));
    }

    [Test]
    public async Task LostPasswordFile_IsStsRefused_AndNothingIsSent()
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi);
        File.Delete(client.PasswordFile);
        Assert.That((await client.AskAsync()).Fault, Is.EqualTo(UpstreamFault.StsRefused));
        Assert.That(nvi.StsRequests, Is.Empty);
    }

    [Test]
    public async Task FullHouse_IsBusy_AtOnceOrAfterTheWait()
    {
        await using var nvi = await FakeNvi.StartAsync();
        var release = new TaskCompletionSource();
        var arrived = new TaskCompletionSource();
        nvi.Router = async (context, _) =>
        {
            arrived.TrySetResult();
            await release.Task;
            await FakeNvi.WriteAsync(context, 200, Answers.Citizen(Answers.Person));
        };
        await using var client = TestClient.For(nvi, new() { ["MaxConcurrency"] = "1", ["QueueLimit"] = "1", ["QueueTimeout"] = "00:00:00.3" });
        var first = client.AskAsync();
        await arrived.Task;
        var queued = client.AskAsync();
        var turnedAway = await client.AskAsync();
        Assert.That((turnedAway.Fault, turnedAway.Attempts.Count), Is.EqualTo(((UpstreamFault?)UpstreamFault.Busy, 0)));
        Assert.That((await queued).Fault, Is.EqualTo(UpstreamFault.Busy));
        release.SetResult();
        Assert.That((await first).Fault, Is.Null);
        Assert.That((await client.AskAsync()).Fault, Is.Null, "the place is free again");
    }

    [Test]
    public async Task Cancellation_IsThrown_AndTheClientGoesOn()
    {
        await using var nvi = await FakeNvi.StartAsync();
        using var cancellation = new CancellationTokenSource();
        var answering = nvi.Router;
        nvi.Router = async (context, _) =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        await using var client = TestClient.For(nvi);
        Assert.That(async () => await client.AskAsync(ct: cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await client.AskAsync(ct: cancellation.Token), Throws.InstanceOf<OperationCanceledException>(), "cancelled before it began");
        nvi.Router = answering;
        Assert.That((await client.AskAsync()).Fault, Is.Null);
        Assert.That(nvi.RouterRequests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task CancelledWaiter_DoesNotEndTheTokenRequestOthersWaitFor()
    {
        await using var nvi = await FakeNvi.StartAsync();
        var release = new TaskCompletionSource();
        var arrived = new TaskCompletionSource();
        nvi.Sts = async (context, body) =>
        {
            arrived.TrySetResult();
            await release.Task;
            await nvi.IssueAsync(context, body);
        };
        await using var client = TestClient.For(nvi);
        using var cancellation = new CancellationTokenSource();
        var leaver = client.AskAsync(ct: cancellation.Token);
        var stayer = client.AskAsync();
        await arrived.Task;
        await cancellation.CancelAsync();
        Assert.That(async () => await leaver, Throws.InstanceOf<OperationCanceledException>());
        release.SetResult();
        Assert.That((await stayer).Fault, Is.Null);
        Assert.That(nvi.StsRequests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task NoSecretAndNoNumber_ReachesALogLine()
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi);
        await client.AskAsync();
        nvi.Router = (context, _) => FakeNvi.WriteAsync(context, 500, Answers.Fault("InvalidSecurity"));
        await client.AskAsync();
        nvi.Router = (context, _) => FakeNvi.WriteAsync(context, 200, Answers.Citizen(Answers.Other));
        await client.AskAsync();
        Assert.That(client.Lines.All, Does.Contain("TokenRefused").And.Contain("Malformed"));
        foreach (var secret in new[] { TestClient.Password, Answers.Person.Value.ToString(), Answers.Other.Value.ToString(), Convert.ToBase64String(Answers.ProofKey), "Q2lwaGVy", "ŞÜKRÜ" })
        {
            Assert.That(client.Lines.All, Does.Not.Contain(secret));
        }
    }

    private static Uri ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}
