using Kps.Cli.TokenKeys;
using Kps.Registry.Tokens;

namespace Kps.Cli.Tests.TokenKeys;

public sealed class KeyScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void Schedule_OfALongHistory_SaysWhatEachKeyDoes()
    {
        var over = Key(1, Now.AddDays(-90));
        var accepted = Key(2, Now.AddDays(-30));
        var withdrawn = Key(3, Now.AddHours(-2)) with { WithdrawnAt = Now.AddHours(-1) };
        var signer = Key(4, Now.AddHours(-1));
        var waiting = Key(5, Now.AddMinutes(1));
        var test = Key(6, Now.AddMinutes(-1)) with { IsTest = true };
        var schedule = new KeySchedule([over, accepted, withdrawn, signer, test, waiting], isTest: false, Now);

        Assert.Multiple(() =>
        {
            Assert.That(schedule.Signer, Is.EqualTo(signer));
            Assert.That(schedule.Waiting, Is.EqualTo(waiting));
            Assert.That(
                new[] { over, accepted, withdrawn, signer, waiting }.Select(schedule.StateOf),
                Is.EqualTo(new[] { "süresi bitti", "kabul ediliyor", "geri çekildi", "imzalıyor", "sırada" }));
            Assert.That(schedule.AcceptedUntil(over), Is.EqualTo(accepted.SignsFrom.AddMinutes(725)));
            Assert.That(schedule.AcceptedUntil(accepted), Is.EqualTo(withdrawn.SignsFrom.AddMinutes(725)), "it began: what it retired stays retired");
            Assert.That(schedule.AcceptedUntil(withdrawn), Is.EqualTo(withdrawn.WithdrawnAt));
            Assert.That(schedule.AcceptedUntil(waiting), Is.Null);
        });
    }

    [Test]
    public void Schedule_AtTheEndOfTheOverlap_AcceptsNoMore()
    {
        var old = Key(1, Now.AddDays(-30));
        var signer = Key(2, Now - RegisteredTokenKey.Overlap);

        Assert.That(new KeySchedule([old, signer], isTest: false, Now).StateOf(old), Is.EqualTo("süresi bitti"));
        Assert.That(new KeySchedule([old, signer], isTest: false, Now.AddTicks(-1)).StateOf(old), Is.EqualTo("kabul ediliyor"));
    }

    [Test]
    public void Schedule_AfterTheSignersWithdrawal_HasNoSigner()
    {
        var old = Key(1, Now.AddDays(-30));
        var schedule = new KeySchedule([old, Key(2, Now.AddDays(-1)) with { WithdrawnAt = Now }], isTest: false, Now);

        Assert.That((schedule.Signer, schedule.StateOf(old)), Is.EqualTo(((TokenKeyListing?)null, "süresi bitti")));
    }

    [Test]
    public void Schedule_OfAClockThatIsAhead_SaysThatTheWaitingKeySigns()
    {
        var ahead = Key(1, Now.AddMinutes(3));
        var schedule = new KeySchedule([ahead], isTest: false, Now);

        Assert.That((schedule.Signer, schedule.Waiting, schedule.StateOf(ahead)), Is.EqualTo((ahead, ahead, "imzalıyor")));
    }

    [Test]
    public void Schedule_OfAnEmptyKind_HasNoSigner()
    {
        var schedule = new KeySchedule([Key(1, Now.AddDays(-1))], isTest: true, Now);

        Assert.That((schedule.Signer, schedule.Waiting), Is.EqualTo(((TokenKeyListing?)null, (TokenKeyListing?)null)));
    }

    private static TokenKeyListing Key(int id, DateTimeOffset signsFrom) =>
        new(id, IsTest: false, "deneme", new string('a', 64), Now.AddDays(-90), signsFrom, WithdrawnAt: null);
}
