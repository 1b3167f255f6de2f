using Kps.Audit;
using Kps.Audit.Reading;
using Kps.EndToEnd.Tests.Harness;

namespace Kps.EndToEnd.Tests;

/// <summary>What a node does on its own stands in the log, under the number of the process that serves the calls.</summary>
public sealed class NodeActsTests
{
    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await SharedHouse.OpenAsync();

    [Test]
    public async Task Start_StandsInTheLogWithItsConfiguration()
    {
        await using var audit = await _house.OpenAuditAsync();
        var acts = (await audit.SearchActsAsync(new ActSearch { Count = AuditSearch.MaxCount }, CancellationToken.None)).Acts;
        var start = acts.Last(act => act.Act == AuditAct.NodeStarted);
        var key = acts.Single(act => act.Act == AuditAct.TokenKeyRotated);

        Assert.Multiple(() =>
        {
            Assert.That((start.Kind, start.ActSha256.Length), Is.EqualTo((AuditKind.Act, 32)));
            Assert.That(start.ActBy, Does.StartWith("node "));
            Assert.That(start.ActDetail, Does.Match(@"^version=\S+ environment=\w+ mode=\w+ Admission=[0-9a-f]{8} Anchoring=[0-9a-f]{8} Audit=[0-9a-f]{8} "));
            Assert.That((key.ActTarget, key.ActSha256.Length), Is.EqualTo(("token-key:1", 32)), "The first key, made by the node.");
            Assert.That(key.ActBy, Does.StartWith("node "));
        });
    }
}
