using Kps.Registry.Tokens;

namespace Kps.Registry.Tests.Tokens;

internal sealed class TokenKeyScheduleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void Withdrawal_OfTheSigner_BringsNoRetiredKeyBack()
    {
        var schedule = Of(Key(1, -120), Key(2, -60, withdrawnAt: -1));

        Assert.That(schedule.Signing(Noon, _ => true), Is.Null);
        Assert.That(schedule.Find(1)!.AcceptedUntil, Is.EqualTo(Noon.AddMinutes(-60) + RegisteredTokenKey.Overlap));
        Assert.That(schedule.Find(1)!.IsAccepted(Noon.AddMinutes(-60) + RegisteredTokenKey.Overlap), Is.False);
        Assert.That(schedule.Find(2)!.IsAccepted(Noon), Is.False);
    }

    [Test]
    public void Withdrawal_BeforeTheKeyBegan_LeavesItsPredecessorAlone([Values(-1, 0)] int minutesAfterItBegan)
    {
        var schedule = Of(Key(1, -120), Key(2, -60, withdrawnAt: -60 + minutesAfterItBegan));

        Assert.That(schedule.Signing(Noon, _ => true)?.Id, Is.EqualTo(1));
        Assert.That(schedule.Find(1)!.AcceptedUntil, Is.Null);
    }

    [Test]
    public void Withdrawal_CountsAtOnce_WhateverTheClocksSay()
    {
        var schedule = Of(Key(1, -120, withdrawnAt: 3));

        Assert.That(schedule.Signing(Noon, _ => true), Is.Null);
        Assert.That(schedule.Find(1)!.IsAccepted(Noon), Is.False);
        Assert.That(schedule.Find(1)!.AcceptedUntil, Is.EqualTo(Noon.AddMinutes(3)));
    }

    [Test]
    public void UnopenedKey_EndsItsPredecessorsTime_AndOffersNone()
    {
        var schedule = Of(Key(1, -120), Key(2, 2));

        Assert.That(schedule.Signing(Noon, id => id == 1)?.Id, Is.EqualTo(1));
        Assert.That(schedule.Signing(Noon.AddMinutes(2), id => id == 1), Is.Null);
        Assert.That(schedule.Find(1)!.IsAccepted(Noon.AddMinutes(2) + RegisteredTokenKey.Overlap), Is.False);
    }

    [Test]
    public void KeyOfTheFuture_SignsEarly_OnlyWhereNoOtherMay()
    {
        Assert.That(Of(Key(1, 5), Key(2, 3)).Signing(Noon, _ => true)?.Id, Is.EqualTo(2));
        Assert.That(Of(Key(1, 5), Key(2, 3)).Signing(Noon, id => id == 1)?.Id, Is.EqualTo(1));
        Assert.That(Of(Key(1, 3, withdrawnAt: -1), Key(2, 5)).Signing(Noon, _ => true)?.Id, Is.EqualTo(2));
        Assert.That(Of(Key(1, -60, withdrawnAt: 3), Key(2, 3)).Signing(Noon, _ => true)?.Id, Is.EqualTo(2), "The operator's clock is ahead.");
        Assert.That(Of(Key(1, -1), Key(2, 3)).Signing(Noon, _ => true)?.Id, Is.EqualTo(1));
    }

    [Test]
    public void KeysOfOneMoment_FollowEachOtherByNumber()
    {
        var schedule = Of(Key(2, 0), Key(1, 0));

        Assert.That(schedule.Signing(Noon, _ => true)?.Id, Is.EqualTo(2));
        Assert.That(schedule.Terms.Select(term => term.Id), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(schedule.Find(1)!.SucceededAt, Is.EqualTo(Noon));
    }

    [Test]
    public void OtherKind_StandsInAnotherSchedule()
    {
        TokenKeyListing[] keys = [Key(1, -2), Key(2, -1) with { IsTest = true }];

        Assert.That(TokenKeySchedule.Of(keys, isTest: false).Signing(Noon, _ => true), Is.EqualTo(new TokenKeyTerm(1, Noon.AddMinutes(-2), null, null)));
        Assert.That(TokenKeySchedule.Of(keys, isTest: false).Find(2), Is.Null);
        Assert.That(TokenKeySchedule.Empty.Signing(Noon, _ => true), Is.Null);
    }

    private static TokenKeySchedule Of(params TokenKeyListing[] keys) => TokenKeySchedule.Of(keys, isTest: false);

    private static TokenKeyListing Key(int id, int signsIn, int? withdrawnAt = null) => new(
        id, IsTest: false, "deneme", new string('a', 64), Noon.AddDays(-90), Noon.AddMinutes(signsIn), withdrawnAt is { } minutes ? Noon.AddMinutes(minutes) : null);
}
