using Kps.Mernis.Tests.Fakes;

namespace Kps.Mernis.Tests.Resilience;

public sealed class BreakerTests
{
    private static readonly Dictionary<string, string?> Sensitive = new()
    {
        ["BreakerMinimumThroughput"] = "4",
        ["BreakerBreakDuration"] = "00:01:00",
        ["BreakerSamplingDuration"] = "00:10:00",
    };

    [Test]
    public async Task DeadRouter_OpensTheCircuit_WhichClosesOnceItAnswersAgain()
    {
        var clock = new TestClock();
        await using var nvi = await FakeNvi.StartAsync();
        var answering = nvi.Router;
        nvi.Router = (context, _) => FakeNvi.WriteAsync(context, 503, string.Empty);
        await using var client = TestClient.For(nvi, Sensitive, clock);
        for (var call = 0; call < 4; call++)
        {
            Assert.That((await client.AskAsync()).Fault, Is.EqualTo(UpstreamFault.Unreachable));
        }

        var refused = await client.AskAsync();
        Assert.That((refused.Fault, refused.Attempts.Count, refused.SentAt), Is.EqualTo(((UpstreamFault?)UpstreamFault.CircuitOpen, 0, (DateTimeOffset?)null)));
        Assert.That(nvi.RouterRequests, Has.Count.EqualTo(4));

        nvi.Router = answering;
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.That((await client.AskAsync()).Fault, Is.Null);
        Assert.That((await client.AskAsync()).Fault, Is.Null);
        Assert.That(client.Lines.All, Does.Contain("opened").And.Contain("closed"));
    }

    [Test]
    public async Task HalfOpenCircuit_OpensAgainOnTheFirstFailure()
    {
        var clock = new TestClock();
        await using var nvi = await FakeNvi.StartAsync();
        nvi.Router = (context, _) => FakeNvi.WriteAsync(context, 503, string.Empty);
        await using var client = TestClient.For(nvi, Sensitive, clock);
        for (var call = 0; call < 4; call++)
        {
            await client.AskAsync();
        }

        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.That((await client.AskAsync()).Fault, Is.EqualTo(UpstreamFault.Unreachable));
        Assert.That((await client.AskAsync()).Fault, Is.EqualTo(UpstreamFault.CircuitOpen));
        Assert.That(nvi.RouterRequests, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task SilentRouter_OpensTheCircuit()
    {
        await using var nvi = await FakeNvi.StartAsync();
        nvi.Router = (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        await using var client = TestClient.For(nvi, new(Sensitive) { ["AttemptTimeout"] = "00:00:01.5", ["ConnectTimeout"] = "00:00:01.5" });
        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.AskAsync()));
        Assert.That(replies.Select(reply => reply.Fault), Is.All.EqualTo(UpstreamFault.Timeout));
        Assert.That((await client.AskAsync()).Fault, Is.EqualTo(UpstreamFault.CircuitOpen));
    }

    private static IEnumerable<TestCaseData> Answered()
    {
        yield return Case("HataBilgisi", 200, Answers.Sorgula(Answers.Hata(10)), null);
        yield return Case("record with Kod 2", 200, Answers.Item($"<KimlikNo>{Answers.Person.Value}</KimlikNo>{Answers.Hata(2)}"), null);
        yield return Case("service fault", 500, Answers.Fault("InternalServiceFault"), UpstreamFault.ServiceFault);
        yield return Case("refused token", 500, Answers.Fault("InvalidSecurity"), UpstreamFault.TokenRefused);
        yield return Case("unregistered address", 403, "<html/>", UpstreamFault.AddressNotRegistered);
        yield return Case("unreadable", 200, "<html/>", UpstreamFault.Malformed);

        static TestCaseData Case(string name, int status, string body, UpstreamFault? fault) => new TestCaseData(status, body, fault).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Answered))]
    public async Task WhateverTheRouterAnswers_LeavesTheCircuitClosed(int status, string body, UpstreamFault? expected)
    {
        await using var nvi = await FakeNvi.StartAsync();
        nvi.Router = (context, _) => FakeNvi.WriteAsync(context, status, body);
        await using var client = TestClient.For(nvi, Sensitive);
        for (var call = 0; call < 20; call++)
        {
            Assert.That((await client.AskAsync()).Fault, Is.EqualTo(expected));
        }

        Assert.That(nvi.RouterRequests, Has.Count.GreaterThanOrEqualTo(20));
    }
}
