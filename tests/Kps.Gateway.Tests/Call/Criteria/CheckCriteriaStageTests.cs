using Kps.Audit;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Criteria;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Call.Criteria;

internal sealed class CheckCriteriaStageTests
{
    [Test]
    public async Task ValidNumber_Passes()
    {
        var call = Calls.Verified();

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That(call.Marks, Is.EqualTo(AuditMarks.None));
    }

    [Test]
    public async Task ForeignNumberWithTheChecksum_PassesUnmarked()
    {
        var call = Calls.Verified(kimlikNo: Registered.Foreigner.Value);

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That(call.Marks, Is.EqualTo(AuditMarks.None));
    }

    [Test]
    public async Task ForeignNumberWithoutTheChecksum_IsForwardedAndMarked()
    {
        var call = Calls.Verified(kimlikNo: Registered.Foreigner.Value ^ 1);

        Assert.That(await RunAsync(call), Is.Null, "No source confirms the checksum for foreigners.");
        Assert.That(call.Marks, Is.EqualTo(AuditMarks.ForeignNumberFailsChecksum));
    }

    [Test]
    public async Task ImpossibleNumber_IsAnsweredHere()
    {
        long[] numbers = [Registered.Person.Value ^ 1, 0, -1, 1, Registered.Person.Value / 10, Registered.Person.Value * 10, -Registered.Person.Value, long.MaxValue, long.MinValue];
        foreach (var number in numbers)
        {
            var call = Calls.Verified(kimlikNo: number);

            Assert.That((await RunAsync(call))?.Code, Is.EqualTo(FaultCode.InvalidNumber));
        }
    }

    private static ValueTask<CallFault?> RunAsync(KpsCall call) => new CheckCriteriaStage().RunAsync(call, CancellationToken.None);
}
