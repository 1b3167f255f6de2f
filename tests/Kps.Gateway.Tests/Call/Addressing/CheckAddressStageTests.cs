using Kps.Gateway.Call;
using Kps.Gateway.Call.Addressing;
using Kps.Gateway.Tests.Fakes;
using Kps.Registry.Institutions;
using Kps.Registry.Users;

namespace Kps.Gateway.Tests.Call.Addressing;

internal sealed class CheckAddressStageTests
{
    private readonly RegisteredUser _user = Registered.User();

    [TestCase("192.0.2.0")]
    [TestCase("192.0.2.255")]
    [TestCase("::ffff:192.0.2.10")]
    public async Task OwnAddress_IsInside(string address)
    {
        var call = Calls.Claimed(Registry(), _user, address, isInside: false);

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That(call.Claimant.IsInsideRanges, Is.True);
    }

    [TestCase("192.0.1.255")]
    [TestCase("192.0.3.0")]
    [TestCase(Registered.NowhereAddress)]
    [TestCase("2001:db8::1")]
    [TestCase("::1")]
    public async Task AddressOfNobody_EndsHere(string address)
    {
        var call = Calls.Claimed(Registry(), _user, address);
        call.Claimant.IsInsideRanges = false;

        Assert.That((await RunAsync(call))?.Code, Is.EqualTo(FaultCode.AddressOutsideRanges));
        Assert.That(call.Claimant.IsInsideRanges, Is.False);
    }

    [Test]
    public async Task AddressOfAnother_GoesOnWithoutBeingInside()
    {
        var call = Calls.Claimed(Registry(), _user, Registered.ElsewhereAddress, isInside: false);

        Assert.That(await RunAsync(call), Is.Null, "Stage 5 spends the hash and refuses.");
        Assert.That(call.Claimant.IsInsideRanges, Is.False);
    }

    [Test]
    public async Task UnknownUser_IsNeverInside()
    {
        var call = Calls.Claimed(Registry(), user: null, isInside: false);

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That(call.Claimant.IsInsideRanges, Is.False);
    }

    [Test]
    public async Task NoAddress_IsRefused()
    {
        var call = Calls.Claimed(Registry(), _user, address: null, isInside: false);

        Assert.That((await RunAsync(call))?.Code, Is.EqualTo(FaultCode.AddressUnknown));
        Assert.That(call.Claimant.IsInsideRanges, Is.False);
    }

    [Test]
    public async Task InstitutionWithoutRanges_IsReachedFromNowhere()
    {
        var user = Registered.User(institution: Registered.Institution(990003, ranges: null));
        var call = Calls.Claimed(FakeRegistry.Of(user).Current, user, isInside: false);

        Assert.That((await RunAsync(call))?.Code, Is.EqualTo(FaultCode.AddressOutsideRanges));
    }

    [Test]
    public async Task ClosedInstitution_KeepsItsRanges()
    {
        var user = Registered.User(institution: Registered.Institution(durum: InstitutionDurum.Kapali));
        var call = Calls.Claimed(FakeRegistry.Of(user).Current, user, isInside: false);

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That(call.Claimant.IsInsideRanges, Is.True, "Its users are told why; VerifyPassword refuses them.");
    }

    private static ValueTask<CallFault?> RunAsync(KpsCall call) => new CheckAddressStage().RunAsync(call, CancellationToken.None);

    private Kps.Registry.Live.RegistrySnapshot Registry() => FakeRegistry.Of([_user], [], Registered.Neighbour()).Current;
}
