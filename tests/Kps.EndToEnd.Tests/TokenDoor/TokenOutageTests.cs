using Kps.Audit.Reading;
using Kps.EndToEnd.Tests.Harness;
using Kps.Gateway.Call;
using Kps.Gateway.Tests.Clients;
using Kps.TestSupport;
using Npgsql;

namespace Kps.EndToEnd.Tests.TokenDoor;

/// <summary>No row, no token: what is not known to be in the log does not leave.</summary>
internal sealed class TokenOutageTests
{
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(60);

    private TestCluster _cluster = null!;
    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _cluster = await TestCluster.StartNewAsync();
        _house = await TestEnvironment.StartAsync(_cluster, "--Audit:AppendWait=00:00:02");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _house.DisposeAsync();
        _cluster.Dispose();
    }

    [Test]
    public async Task DatabaseStopped_GivesNoToken_AndOneOfBeforeIsGoodAfter()
    {
        var caller = new TokenCaller(_house, MinistryClient.Node, _house.User);
        var token = await caller.TakeTokenAsync();
        await _cluster.StopAsync();

        foreach (var reply in await Task.WhenAll(caller.IssueAsync(), caller.IssueAsync(), caller.QueryAsync(token)))
        {
            Assert.That((reply.Status, reply.FaultKod, reply.Code), Is.EqualTo((500, (int)FaultCode.AuditUnavailable, "s:Receiver")));
            Assert.That(reply.Text, Does.Not.Contain("Assertion").And.Not.Contain("KisiBilgisi"));
        }

        NpgsqlConnection.ClearAllPools();
        await _cluster.StartAsync();
        var since = System.Diagnostics.Stopwatch.StartNew();
        SoapReply issued;
        while ((issued = await caller.IssueAsync()).Status != 200)
        {
            Assert.That(since.Elapsed, Is.LessThan(Recovery), "The service did not come back.");
            await Task.Delay(200);
        }

        Assert.That((await _house.AuditOfAsync(issued.IslemNo)).State, Is.EqualTo(AuditCallState.TokenIssued));
        Assert.That((await caller.QueryAsync(token)).Status, Is.EqualTo(200));
    }
}
