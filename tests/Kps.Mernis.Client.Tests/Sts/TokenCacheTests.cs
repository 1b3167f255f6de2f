using Kps.Mernis.Tests.Fakes;

namespace Kps.Mernis.Tests.Sts;

/// <summary>One token for all, seen through the client's door.</summary>
public sealed class TokenCacheTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Test]
    public async Task HundredCallers_CauseOneTokenRequest()
    {
        await using var nvi = await FakeNvi.StartAsync();
        var release = new TaskCompletionSource();
        nvi.Sts = async (context, body) =>
        {
            await release.Task;
            await nvi.IssueAsync(context, body);
        };
        await using var client = TestClient.For(nvi);
        var calls = Enumerable.Range(0, 100).Select(_ => client.AskAsync()).ToList();
        release.SetResult();
        var replies = await Task.WhenAll(calls);
        Assert.That(replies, Is.All.Property("Fault").Null);
        Assert.That(nvi.StsRequests, Has.Count.EqualTo(1));
        Assert.That(nvi.RouterRequests, Has.Count.EqualTo(100));
        Assert.That(replies.SelectMany(reply => reply.Attempts).Where(attempt => attempt.Kind == UpstreamAttemptKind.Sts).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Token_IsUsedUntilItsRenewal()
    {
        var clock = new TestClock();
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi, time: clock);
        await client.AskAsync();
        clock.Advance(TimeSpan.FromMinutes(44));
        await client.AskAsync();
        Assert.That(nvi.StsRequests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Renewal_RunsBehind_WhileTheOldTokenServes()
    {
        var clock = new TestClock();
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi, time: clock);
        await client.AskAsync();
        var release = new TaskCompletionSource();
        var arrived = new TaskCompletionSource();
        nvi.Sts = async (context, body) =>
        {
            arrived.TrySetResult();
            await release.Task;
            await nvi.IssueAsync(context, body);
        };
        clock.Advance(TimeSpan.FromMinutes(52));
        for (var call = 0; call < 5; call++)
        {
            var reply = await client.AskAsync();
            Assert.That((reply.Fault, reply.StsTime, reply.Attempts.Count), Is.EqualTo(((UpstreamFault?)null, TimeSpan.Zero, 1)));
        }

        await arrived.Task.WaitAsync(Patience);
        Assert.That(nvi.RouterRequests.Last(), Does.Contain("_token-1"));
        Assert.That(nvi.StsRequests, Has.Count.EqualTo(2), "one renewal, however many call meanwhile");
        release.SetResult();
        await UntilAsync(client, nvi, "_token-2");
        clock.Advance(TimeSpan.FromMinutes(40));
        await client.AskAsync();
        Assert.That(nvi.StsRequests, Has.Count.EqualTo(2), "the new token has its own hour");
    }

    [Test]
    public async Task FailingSts_DoesNotHurtCallsWithAValidToken()
    {
        var clock = new TestClock();
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi, time: clock);
        await client.AskAsync();
        var failed = new TaskCompletionSource();
        nvi.Sts = async (context, _) =>
        {
            await FakeNvi.WriteAsync(context, 503, string.Empty);
            failed.TrySetResult();
        };
        clock.Advance(TimeSpan.FromMinutes(52));
        Assert.That((await client.AskAsync()).Fault, Is.Null);
        await failed.Task.WaitAsync(Patience);
        for (var call = 0; call < 5; call++)
        {
            Assert.That((await client.AskAsync()).Fault, Is.Null);
        }

        clock.Advance(TimeSpan.FromMinutes(8));
        var expired = await client.AskAsync();
        Assert.That((expired.Fault, expired.SentAt), Is.EqualTo(((UpstreamFault?)UpstreamFault.StsUnreachable, (DateTimeOffset?)null)));
    }

    [Test]
    public async Task EndedToken_IsNotShown_EvenIfNobodyAskedInTime()
    {
        var clock = new TestClock();
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi, time: clock);
        await client.AskAsync();
        clock.Advance(TimeSpan.FromHours(2));
        var reply = await client.AskAsync();
        Assert.That(reply.Attempts.Select(attempt => attempt.Kind), Is.EqualTo(new[] { UpstreamAttemptKind.Sts, UpstreamAttemptKind.Query }));
        Assert.That(nvi.RouterRequests.Last(), Does.Contain("_token-2"));
    }

    [Test]
    public async Task AfterAFailure_TheStsIsLeftAloneForAWhile_LongerEachTime()
    {
        var clock = new TestClock();
        await using var nvi = await FakeNvi.StartAsync();
        nvi.Sts = (context, _) => FakeNvi.WriteAsync(context, 503, string.Empty);
        await using var client = TestClient.For(nvi, new() { ["StsHoldOff"] = "00:01:00", ["StsMaxHoldOff"] = "00:03:00" }, clock);
        var asked = new List<int>();
        foreach (var minutes in new[] { 0, 0, 1, 1, 1, 2, 1, 3 })
        {
            clock.Advance(TimeSpan.FromMinutes(minutes));
            Assert.That((await client.AskAsync()).Fault, Is.EqualTo(UpstreamFault.StsUnreachable));
            asked.Add(nvi.StsRequests.Count);
        }

        // Pauses of 1, 2, 3 (capped) and 3 minutes.
        Assert.That(asked, Is.EqualTo(new[] { 1, 1, 2, 2, 3, 3, 4, 5 }));
        nvi.Sts = nvi.IssueAsync;
        clock.Advance(TimeSpan.FromMinutes(3));
        Assert.That((await client.AskAsync()).Fault, Is.Null);
    }

    [Test]
    public async Task AfterARefusal_ThePauseIsTheLongestAtOnce()
    {
        var clock = new TestClock();
        await using var nvi = await FakeNvi.StartAsync();
        nvi.Sts = (context, _) => FakeNvi.WriteAsync(context, 500, Answers.Fault("FailedAuthentication"));
        await using var client = TestClient.For(nvi, new() { ["StsHoldOff"] = "00:00:01", ["StsMaxHoldOff"] = "00:03:00" }, clock);
        await client.AskAsync();
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.That((await client.AskAsync()).Fault, Is.EqualTo(UpstreamFault.StsRefused));
        Assert.That(nvi.StsRequests, Has.Count.EqualTo(1), "a wrong password is not tried into a lock");
        clock.Advance(TimeSpan.FromMinutes(2));
        await client.AskAsync();
        Assert.That(nvi.StsRequests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task ChangedPasswordFile_IsReadForTheNextToken()
    {
        var clock = new TestClock();
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi, time: clock);
        await client.AskAsync();
        await File.WriteAllTextAsync(client.PasswordFile, "yeni-parola");
        clock.Advance(TimeSpan.FromHours(2));
        await client.AskAsync();
        Assert.That(nvi.StsRequests.Last(), Does.Contain(">yeni-parola<"));
    }

    [TestCase("FailedAuthentication")]
    [TestCase("InvalidSecurity")]
    [TestCase("InvalidSecurityToken")]
    public async Task RefusedToken_IsReplacedAndTheQueryTriedOnceMore(string subcode)
    {
        await using var nvi = await FakeNvi.StartAsync();
        var answering = nvi.Router;
        nvi.Router = (context, body) => body.Contains("_token-1") ? FakeNvi.WriteAsync(context, 500, Answers.Fault(subcode)) : answering(context, body);
        await using var client = TestClient.For(nvi);
        var reply = await client.AskAsync();
        Assert.That(reply.Fault, Is.Null);
        Assert.That(reply.Attempts.Select(attempt => (attempt.Kind, attempt.Fault)), Is.EqualTo(new (UpstreamAttemptKind, UpstreamFault?)[]
        {
            (UpstreamAttemptKind.Sts, null), (UpstreamAttemptKind.Query, UpstreamFault.TokenRefused),
            (UpstreamAttemptKind.Sts, null), (UpstreamAttemptKind.Query, null),
        }));
    }

    [Test]
    public async Task ManyCallersWithOneRefusedToken_CauseOneReplacement()
    {
        await using var nvi = await FakeNvi.StartAsync();
        var answering = nvi.Router;
        await using var client = TestClient.For(nvi);
        await client.AskAsync();
        nvi.Router = (context, body) => body.Contains("_token-1") ? FakeNvi.WriteAsync(context, 500, Answers.Fault("InvalidSecurity")) : answering(context, body);
        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.AskAsync()));
        Assert.That(replies, Is.All.Property("Fault").Null);
        Assert.That(nvi.StsRequests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task TokenRefusedTwice_IsNotTriedAThirdTime_NorReplacedByEachCall()
    {
        var clock = new TestClock();
        await using var nvi = await FakeNvi.StartAsync();
        var answering = nvi.Router;
        nvi.Router = (context, _) => FakeNvi.WriteAsync(context, 500, Answers.Fault("InvalidSecurity"));
        await using var client = TestClient.For(nvi, time: clock);
        var reply = await client.AskAsync();
        Assert.That(reply.Fault, Is.EqualTo(UpstreamFault.TokenRefused));
        Assert.That(nvi.RouterRequests, Has.Count.EqualTo(2));
        for (var call = 0; call < 10; call++)
        {
            Assert.That((await client.AskAsync()).Fault, Is.EqualTo(UpstreamFault.TokenRefused));
        }

        Assert.That((nvi.StsRequests.Count, nvi.RouterRequests.Count), Is.EqualTo((2, 12)), "a wrong clock must not flood the STS");
        clock.Advance(TimeSpan.FromMinutes(1));
        nvi.Router = (context, body) => body.Contains("_token-3") ? answering(context, body) : FakeNvi.WriteAsync(context, 500, Answers.Fault("InvalidSecurity"));
        Assert.That((await client.AskAsync()).Fault, Is.Null, "tried anew after the pause");
        Assert.That(nvi.StsRequests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task ReplacementThatDoesNotCome_IsToldAsTheStssFault()
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi);
        await client.AskAsync();
        nvi.Router = (context, _) => FakeNvi.WriteAsync(context, 500, Answers.Fault("InvalidSecurity"));
        nvi.Sts = (context, _) => FakeNvi.WriteAsync(context, 503, string.Empty);
        Assert.That((await client.AskAsync()).Fault, Is.EqualTo(UpstreamFault.StsUnreachable));
    }

    private static async Task UntilAsync(TestClient client, FakeNvi nvi, string token)
    {
        using var patience = new CancellationTokenSource(Patience);
        do
        {
            patience.Token.ThrowIfCancellationRequested();
            await client.AskAsync(ct: patience.Token);
        }
        while (!nvi.RouterRequests.Last().Contains(token));
    }
}
