using Kps.Gateway.Call.Callers;
using Kps.Gateway.Tests.Fakes;
using Kps.TestSupport;

namespace Kps.Gateway.Tests.Call.Callers;

internal sealed class AskerWatchTests
{
    private const int Hospital = 7;
    private const long Asker = 100;

    private readonly ManualTimeProvider _time = new(Calls.Now);
    private AskerWatch _watch = null!;

    [SetUp]
    public void Create() => _watch = new AskerWatch(new IstanbulClock(_time));

    [Test]
    public void OneAskerOfManyUsers_IsNoChance()
    {
        Assert.That(_watch.IsOneForAll(Hospital, 1, Asker), Is.False);
        Assert.That(_watch.IsOneForAll(Hospital, 1, Asker), Is.False, "The same user again.");
        Assert.That(_watch.IsOneForAll(Hospital, 2, Asker), Is.False);
        Assert.That(_watch.IsOneForAll(Hospital, 3, Asker), Is.True);
        Assert.That(_watch.IsOneForAll(Hospital, 1, Asker), Is.True, "From then on, whoever calls.");
        Assert.That(_watch.IsOneForAll(Hospital, 1, Asker + 1), Is.False, "Another asker of the same institution.");
    }

    [Test]
    public void UsersOfDifferentInstitutions_AreNotAddedUp()
    {
        for (var institution = 0; institution < AskerWatch.ManyUsers; institution++)
        {
            Assert.That(_watch.IsOneForAll(institution, userId: institution, Asker), Is.False);
        }
    }

    [Test]
    public void ManyCallsWithOneAsker_AreNoChanceEither()
    {
        for (var call = 1; call < AskerWatch.ManyCalls; call++)
        {
            Assert.That(_watch.IsOneForAll(Hospital, 1, Asker), Is.False);
        }

        Assert.That(_watch.IsOneForAll(Hospital, 1, Asker), Is.True);
    }

    [Test]
    public void SoftwareThatKnowsAskersApart_IsNotSuspected([Values] bool byOwnName)
    {
        if (byOwnName)
        {
            _watch.SawOwnName(Hospital);
        }
        else
        {
            _watch.IsOneForAll(Hospital, 1, Asker + 1);
        }

        for (var call = 0; call < AskerWatch.ManyCalls * 2; call++)
        {
            Assert.That(_watch.IsOneForAll(Hospital, 1, Asker), Is.False);
        }
    }

    [Test]
    public void ANewDayInIstanbul_BeginsAnew()
    {
        for (var user = 1; user <= AskerWatch.ManyUsers; user++)
        {
            _watch.IsOneForAll(Hospital, user, Asker);
        }

        Assert.That(_watch.IsOneForAll(Hospital, 1, Asker), Is.True);
        _time.Advance(TimeSpan.FromHours(12));

        Assert.That(_watch.IsOneForAll(Hospital, 1, Asker), Is.False, "21:30 UTC is half past midnight in Istanbul.");
    }
}
