using Kps.Mernis.Tests.Fakes;

namespace Kps.Mernis.Tests;

/// <summary>Several queries for one caller share one budget.</summary>
internal sealed class BudgetTests
{
    private static readonly MernisQuery<Mernis.Services.Adres.KimlikNoileKisiAdresBilgileri> Query = MernisQueries.Adres(Answers.Person);

    [Test]
    public async Task SpentBudget_IsATimeout_WithoutAnAttempt()
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi);
        foreach (var left in new[] { TimeSpan.Zero, TimeSpan.FromSeconds(-3) })
        {
            var reply = await client.Mernis.SorgulaAsync(Query, default, left, CancellationToken.None);
            Assert.That((reply.Fault, reply.Attempts.Count, reply.SentAt), Is.EqualTo(((UpstreamFault?)UpstreamFault.Timeout, 0, (DateTimeOffset?)null)));
        }

        Assert.That(nvi.StsRequests, Is.Empty);
    }

    [Test]
    public async Task Budget_EndsTheCall_BeforeTheOptionsWould()
    {
        await using var nvi = await SilentAsync();
        await using var client = TestClient.For(nvi);
        await WarmAsync(nvi, client);
        var reply = await client.Mernis.SorgulaAsync(Query, default, TimeSpan.FromMilliseconds(300), CancellationToken.None);
        Assert.That((reply.Fault, reply.Attempts.Count), Is.EqualTo(((UpstreamFault?)UpstreamFault.Timeout, 1)));
    }

    [Test]
    public async Task Budget_NeverExceedsTheOptions()
    {
        await using var nvi = await SilentAsync();
        await using var client = TestClient.For(nvi, new()
        {
            ["TotalTimeout"] = "00:00:01.5", ["QueueTimeout"] = "00:00:01", ["StsTimeout"] = "00:00:01.4", ["AttemptTimeout"] = "00:00:01.5", ["ConnectTimeout"] = "00:00:01.5",
        });
        var reply = await client.Mernis.SorgulaAsync(Query, default, TimeSpan.FromDays(1), CancellationToken.None);
        Assert.That(reply.Fault, Is.EqualTo(UpstreamFault.Timeout).Or.EqualTo(UpstreamFault.StsTimeout));
        Assert.That(client.Mernis.TotalTimeout, Is.EqualTo(TimeSpan.FromSeconds(1.5)));
    }

    [Test]
    public async Task WaitForAPlace_IsPartOfTheBudget()
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
        await using var client = TestClient.For(nvi, new() { ["MaxConcurrency"] = "1" });
        var first = client.AskAsync();
        await arrived.Task;
        var reply = await client.Mernis.SorgulaAsync(Query, default, TimeSpan.FromMilliseconds(200), CancellationToken.None);
        Assert.That((reply.Fault, reply.Attempts.Count), Is.EqualTo(((UpstreamFault?)UpstreamFault.Busy, 0)));
        release.SetResult();
        Assert.That((await first).Fault, Is.Null);
    }

    private static async Task<FakeNvi> SilentAsync()
    {
        var nvi = await FakeNvi.StartAsync();
        nvi.Router = (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        return nvi;
    }

    private static async Task WarmAsync(FakeNvi nvi, TestClient client)
    {
        var silent = nvi.Router;
        nvi.Router = (context, _) => FakeNvi.WriteAsync(context, 200, Answers.Citizen(Answers.Person));
        Assert.That((await client.AskAsync()).Fault, Is.Null);
        nvi.Router = silent;
    }
}
