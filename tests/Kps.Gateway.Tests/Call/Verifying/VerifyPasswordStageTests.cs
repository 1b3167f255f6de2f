using Kps.Contracts;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Responding;
using Kps.Gateway.Call.Verifying;
using Kps.Gateway.Tests.Fakes;
using Kps.Registry;
using Kps.Registry.Institutions;
using Kps.Registry.Users;
using Kps.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kps.Gateway.Tests.Call.Verifying;

/// <summary>The rules of design §4.8 and §4.9, one by one.</summary>
internal sealed class VerifyPasswordStageTests : IDisposable
{
    private static readonly Secret Wrong = new("Baska-Sifre-9");

    private ManualTimeProvider _time = null!;
    private FakeHash _hash = null!;
    private FakePasswordFailures _failures = null!;
    private HashingLane _lane = null!;
    private VerifierCache _cache = null!;
    private VerifyPasswordStage _stage = null!;

    [SetUp]
    public void CreateStage()
    {
        _time = new ManualTimeProvider(Calls.Now);
        _hash = new FakeHash();
        _failures = new FakePasswordFailures();
        _lane = new HashingLane(_time, NullLogger<HashingLane>.Instance, _hash.Verify);
        _cache = new VerifierCache(_time);
        _stage = new VerifyPasswordStage(_cache, _lane, _failures, _time);
    }

    [TearDown]
    public void Dispose()
    {
        _hash.Release();
        _lane.Dispose();
    }

    [Test]
    public async Task RightPassword_OpensTheDoor()
    {
        var user = Registered.User();
        var call = Call(user);

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That(call.Caller.User, Is.SameAs(user));
        Assert.That(call.Caller.Institution, Is.SameAs(user.PrimaryInstitution));
        Assert.That(_failures.Recorded, Is.Empty);
    }

    [Test]
    public async Task SecondCall_CostsNoHash()
    {
        var user = Registered.User();
        await RunAsync(Call(user));

        Assert.That(await RunAsync(Call(user)), Is.Null);
        Assert.That(_hash.Spent, Is.EqualTo(1));
    }

    [Test]
    public async Task WrongPassword_CostsAHashAndIsCounted()
    {
        var user = Registered.User();

        Assert.That((await RunAsync(Call(user, Wrong)))?.Code, Is.EqualTo(FaultCode.WrongPassword));
        Assert.That(_hash.Spent, Is.EqualTo(1));
        Assert.That(_failures.Recorded, Is.EqualTo(new[] { user.UserName }));
    }

    [Test]
    public async Task MismatchAgainstACachedVerifier_CostsAHashToo()
    {
        var user = Registered.User();
        await RunAsync(Call(user));

        Assert.That((await RunAsync(Call(user, Wrong)))?.Code, Is.EqualTo(FaultCode.WrongPassword));
        Assert.That(_hash.Spent, Is.EqualTo(2), "Otherwise a fast refusal would tell that the user is logged in.");
        Assert.That(_failures.Recorded, Has.Count.EqualTo(1));
        Assert.That(await RunAsync(Call(user)), Is.Null, "The right one still costs none.");
        Assert.That(_hash.Spent, Is.EqualTo(2));
    }

    [Test]
    public async Task WrongPassword_IsNeverRemembered()
    {
        var user = Registered.User();
        await RunAsync(Call(user, Wrong));

        Assert.That((await RunAsync(Call(user, Wrong)))?.Code, Is.EqualTo(FaultCode.WrongPassword));
        Assert.That(_hash.Spent, Is.EqualTo(2));
    }

    [Test]
    public async Task UnknownUser_CostsADummyAndIsNotCounted()
    {
        Assert.That((await RunAsync(Call(user: null)))?.Code, Is.EqualTo(FaultCode.UnknownUser));
        Assert.That((_hash.Spent, _hash.Dummies), Is.EqualTo((1, 1)));
        Assert.That(_failures.Recorded, Is.Empty, "There is nobody to lock out.");
    }

    [Test]
    public async Task UserOutsideHisRanges_CostsADummyWhateverThePassword()
    {
        var user = Registered.User();

        Assert.That((await RunAsync(Call(user, isInside: false)))?.Code, Is.EqualTo(FaultCode.AddressOutsideRanges));
        Assert.That((await RunAsync(Call(user, Wrong, isInside: false)))?.Code, Is.EqualTo(FaultCode.AddressOutsideRanges));
        Assert.That((_hash.Spent, _hash.Dummies), Is.EqualTo((2, 2)), "His own hash is not touched from there.");
        Assert.That(_failures.Recorded, Is.Empty, "Nobody outside can lock a hospital out.");
    }

    [Test]
    public async Task UserOutsideHisRanges_IsRefusedEvenWithACachedVerifier()
    {
        var user = Registered.User();
        await RunAsync(Call(user));

        Assert.That((await RunAsync(Call(user, isInside: false)))?.Code, Is.EqualTo(FaultCode.AddressOutsideRanges));
        Assert.That(_hash.Dummies, Is.EqualTo(1));
    }

    [Test]
    public async Task LockedName_CostsADummyEvenWithTheRightPassword()
    {
        var user = Registered.User();
        await RunAsync(Call(user));
        _failures.Locked.Add(user.UserName);
        var call = Call(user);

        Assert.That((await RunAsync(call))?.Code, Is.EqualTo(FaultCode.NameLocked));
        Assert.That(_hash.Dummies, Is.EqualTo(1));
        Assert.That(call.CallerIfVerified, Is.Null);
        Assert.That(_failures.Recorded, Is.Empty, "A lock must not prolong itself.");
    }

    [Test]
    public void RefusalsBeforeTheRightPassword_AreOneRecord()
    {
        var expected = FaultTexts.Of(FaultCode.AuthenticationFailed);
        FaultCode[] hidden =
            [FaultCode.UnknownUser, FaultCode.WrongPassword, FaultCode.NameLocked, FaultCode.AddressOutsideRanges, FaultCode.AddressUnknown];

        Assert.That(hidden.Select(FaultTexts.Of), Is.All.SameAs(expected));
    }

    [Test]
    public async Task SameFirstCallManyTimes_CostsOneHash()
    {
        _hash.Hold();
        var user = Registered.User();
        var calls = Enumerable.Range(0, 20).Select(_ => RunAsync(Call(user)).AsTask()).ToList();
        _hash.Release();

        Assert.That(await Task.WhenAll(calls), Is.All.Null);
        Assert.That(_hash.Spent, Is.EqualTo(1));
    }

    [Test]
    public async Task SameWrongGuessManyTimes_CostsOneHashAndCountsEach()
    {
        _hash.Hold();
        var user = Registered.User();
        var calls = Enumerable.Range(0, 5).Select(_ => RunAsync(Call(user, Wrong)).AsTask()).ToList();
        _hash.Release();
        var faults = await Task.WhenAll(calls);

        Assert.That(faults.Select(fault => fault?.Code), Is.All.EqualTo(FaultCode.WrongPassword));
        Assert.That(_hash.Spent, Is.EqualTo(1));
        Assert.That(_failures.Recorded, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task DifferentGuessesAtOnce_AreNeverJudgedTogether()
    {
        _hash.Hold();
        var user = Registered.User();
        var right = RunAsync(Call(user)).AsTask();
        var wrong = RunAsync(Call(user, Wrong)).AsTask();
        _hash.Release();

        Assert.That(await right, Is.Null);
        Assert.That((await wrong)?.Code, Is.EqualTo(FaultCode.WrongPassword));
    }

    [Test]
    public async Task ChangedPassword_VoidsTheVerifier()
    {
        await RunAsync(Call(Registered.User(id: 7)));
        var changed = Registered.User(id: 7, passwordVersion: 2, hash: FakeHash.Of(new Secret("Yeni-Uydurma-3")));

        Assert.That((await RunAsync(Call(changed)))?.Code, Is.EqualTo(FaultCode.WrongPassword));
        Assert.That(await RunAsync(Call(changed, new Secret("Yeni-Uydurma-3"))), Is.Null);
    }

    [Test]
    public async Task ProofOlderThanTwelveHours_IsProvenAnew()
    {
        var user = Registered.User();
        await RunAsync(Call(user));
        _time.Advance(VerifierCache.Lifetime);

        Assert.That(await RunAsync(Call(user)), Is.Null);
        Assert.That(_hash.Spent, Is.EqualTo(2));
    }

    [TestCase(UserDurum.Pasif, FaultCode.UserPassive)]
    [TestCase(UserDurum.OnayBekliyor, FaultCode.UserAwaitingApproval)]
    [TestCase(UserDurum.Red, FaultCode.UserRejected)]
    [TestCase(UserDurum.SuresiDoldu, FaultCode.UserExpired)]
    [TestCase(UserDurum.Silindi, FaultCode.UnknownUser)]
    [TestCase(UserDurum.Bilinmiyor, FaultCode.UnknownUser)]
    [TestCase((UserDurum)99, FaultCode.UnknownUser)]
    public async Task AccountState_IsToldAfterTheRightPasswordOnly(UserDurum durum, FaultCode expected)
    {
        var user = Registered.User(durum: durum);
        var call = Call(user);

        Assert.That((await RunAsync(Call(user, Wrong)))?.Code, Is.EqualTo(FaultCode.WrongPassword));
        Assert.That((await RunAsync(Call(user, isInside: false)))?.Code, Is.EqualTo(FaultCode.AddressOutsideRanges));
        Assert.That((await RunAsync(call))?.Code, Is.EqualTo(expected));
        Assert.That(call.CallerIfVerified, Is.Null);
    }

    [Test]
    public async Task StateThatChanges_HoldsForACachedVerifier()
    {
        await RunAsync(Call(Registered.User(id: 7)));

        Assert.That((await RunAsync(Call(Registered.User(id: 7, durum: UserDurum.Pasif))))?.Code, Is.EqualTo(FaultCode.UserPassive));
    }

    [Test]
    public async Task ExpiredPassword_IsToldAfterTheRightPasswordOnly()
    {
        var user = Registered.User(expires: Calls.Now);

        Assert.That((await RunAsync(Call(user, Wrong)))?.Code, Is.EqualTo(FaultCode.WrongPassword));
        Assert.That((await RunAsync(Call(user)))?.Code, Is.EqualTo(FaultCode.PasswordExpired));
        Assert.That(await RunAsync(Call(Registered.User(expires: Calls.Now + TimeSpan.FromTicks(1)))), Is.Null);
    }

    [Test]
    public async Task ClosedInstitution_IsToldAfterTheRightPasswordOnly()
    {
        var user = Registered.User(institution: Registered.Institution(durum: InstitutionDurum.Kapali));

        Assert.That((await RunAsync(Call(user, Wrong)))?.Code, Is.EqualTo(FaultCode.WrongPassword));
        Assert.That((await RunAsync(Call(user)))?.Code, Is.EqualTo(FaultCode.InstitutionClosed));
        Assert.That(
            (await RunAsync(Call(Registered.User(institution: Registered.Institution(durum: InstitutionDurum.Bilinmiyor)))))?.Code,
            Is.EqualTo(FaultCode.InstitutionClosed));
    }

    [Test]
    public async Task ForeignInstitution_IsToldAfterTheRightPasswordOnly()
    {
        var user = Registered.User();
        var snapshot = FakeRegistry.Of(user).Current;

        Assert.That((await RunAsync(Calls.Claimed(snapshot, user, password: Wrong, claimsForeign: true)))?.Code, Is.EqualTo(FaultCode.WrongPassword));
        Assert.That((await RunAsync(Calls.Claimed(snapshot, user, claimsForeign: true)))?.Code, Is.EqualTo(FaultCode.ForeignInstitution));
    }

    [Test]
    public async Task UserWithoutAPassword_IsRefused()
    {
        var user = new RegisteredUser
        {
            Id = 8,
            UserName = Registered.Number(100_200_302),
            PrimaryInstitution = Registered.Institution(),
            Durum = UserDurum.Aktif,
            PasswordHash = null,
            PasswordVersion = 0,
            PasswordExpiresAt = null,
            DefaultApplication = null,
        };

        Assert.That((await RunAsync(Call(user, new Secret(string.Empty))))?.Code, Is.EqualTo(FaultCode.WrongPassword));
    }

    [Test]
    public async Task FullLane_SaysBusyToEverybodyWhoNeedsAHash()
    {
        var known = Registered.User();
        await RunAsync(Call(known));
        _hash.Hold();

        // Every worker must sit in its hash before the queue is filled, or one of them makes room again.
        var spent = _hash.Spent;
        var workers = Math.Max(1, Environment.ProcessorCount / 2);
        for (var worker = 0; worker < workers; worker++)
        {
            _ = _lane.VerifyAsync(null, Wrong);
        }

        SpinWait.SpinUntil(() => _hash.Spent == spent + workers);
        while (!_lane.VerifyAsync(null, Wrong).IsCompleted)
        {
        }

        Assert.That((await RunAsync(Call(Registered.User())))?.Code, Is.EqualTo(FaultCode.HashingBusy));
        Assert.That((await RunAsync(Call(user: null)))?.Code, Is.EqualTo(FaultCode.HashingBusy));
        Assert.That((await RunAsync(Call(known, Wrong)))?.Code, Is.EqualTo(FaultCode.HashingBusy));
        Assert.That((await RunAsync(Call(known, isInside: false)))?.Code, Is.EqualTo(FaultCode.HashingBusy));
        Assert.That(await RunAsync(Call(known)), Is.Null, "Who needs no hash is not delayed by those who do.");
        Assert.That(_failures.Recorded, Is.Empty, "Nothing is known of those passwords.");
    }

    [Test]
    public void FailureThatCannotBeCounted_EndsTheCall()
    {
        _failures.Throws = new RegistryUnavailableException("uydurma");

        Assert.That(async () => await RunAsync(Call(Registered.User(), Wrong)), Throws.TypeOf<RegistryUnavailableException>());
    }

    [Test]
    public async Task HangingUp_DoesNotSaveAGuessFromBeingCounted()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        Assert.That((await _stage.RunAsync(Call(Registered.User(), Wrong), gone.Token))?.Code, Is.EqualTo(FaultCode.WrongPassword));
        Assert.That(_failures.Recorded, Has.Count.EqualTo(1));
        Assert.That(_failures.Token.CanBeCanceled, Is.False);
    }

    private static KpsCall Call(RegisteredUser? user, Secret? password = null, bool isInside = true) =>
        Calls.Claimed(user is null ? FakeRegistry.Of(Registered.User()).Current : FakeRegistry.Of(user).Current, user, password: password, isInside: isInside);

    private ValueTask<CallFault?> RunAsync(KpsCall call) => _stage.RunAsync(call, CancellationToken.None);
}
