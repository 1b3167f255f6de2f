using Kps.Audit;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Identifying;
using Kps.Gateway.Call.Tokens;
using Kps.Gateway.Call.Verifying;
using Kps.Gateway.Tests.Call.Tokens;
using Kps.Gateway.Tests.Fakes;
using Kps.Registry.Institutions;
using Kps.Registry.Users;

namespace Kps.Gateway.Tests.Call.Verifying;

/// <summary>What the golden pairs do not show: what the log will know of a token that is not honoured, and that nothing of the registry is remembered.</summary>
internal sealed class VerifyTokenStageTests
{
    private readonly RegisteredInstitution _hospital = Registered.Institution();
    private TokenHouse _house = null!;
    private TokenNode _node = null!;

    [SetUp]
    public void Open()
    {
        _house = TokenHouse.WithKey();
        _node = _house.Node();
    }

    [TearDown]
    public void Close() => _house.Dispose();

    [Test]
    public async Task WithoutAToken_ItIsNotTheStagesQuestion()
    {
        var call = Calls.Claimed(FakeRegistry.Of(User()).Current, User());

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That(call.CallerIfVerified, Is.Null);
    }

    [Test]
    public async Task GoodToken_ProvesItsUserForItsInstitution()
    {
        var user = User();
        var call = Showing(Issue(), user);

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That(call.Caller, Is.EqualTo(new Caller(user, _hospital)));
    }

    [Test]
    public async Task TokenAtANodeWithoutKeys_IsRefusedForNowOnly()
    {
        var call = Showing(Issue(), User());
        _house.Registry.Load([]);

        Assert.That(await RunAsync(call), Is.EqualTo(new CallFault(FaultCode.TokenKeysUnavailable)));
        Assert.That(call.CallerIfVerified, Is.Null);
    }

    [Test]
    public async Task ExpiredToken_IsNotHonoured_ButSaysWhoseItWas()
    {
        var token = Issue();
        _house.Time.Advance(TimeSpan.FromMinutes(30) + TokenVerifier.Tolerance);
        var call = Showing(token, User());

        Assert.That(await RunAsync(call), Is.EqualTo(new CallFault(FaultCode.TokenExpired, "5")));
        Assert.That((call.TokenIfGenuine?.User.Id, call.CallerIfVerified), Is.EqualTo(((int?)41, (Caller?)null)));
    }

    [Test]
    public async Task TokenFromAnotherAddress_IsNotHonoured_ButSaysWhoseItIs([Values(Registered.ElsewhereAddress, Registered.NowhereAddress, null)] string? address)
    {
        var call = Showing(Issue(), User(), address);

        Assert.That((await RunAsync(call))?.Code, Is.EqualTo(FaultCode.AddressOutsideRanges));
        Assert.That((call.TokenIfGenuine?.User.Id, call.CallerIfVerified), Is.EqualTo(((int?)41, (Caller?)null)));
    }

    [Test]
    public async Task ForgedToken_NamesNobody()
    {
        var call = Showing(Issue().Replace("<saml:NameIdentifier>41<", "<saml:NameIdentifier>42<", StringComparison.Ordinal), User());

        Assert.That((await RunAsync(call))?.Code, Is.EqualTo(FaultCode.TokenInvalid));
        Assert.That(call.TokenIfGenuine, Is.Null);
    }

    [Test]
    public async Task TokenOfAnUnknownUserOrInstitution_IsVoid([Values] bool isUserKnown)
    {
        var call = Showing(Issue(), isUserKnown ? User(Registered.Neighbour()) : User(id: 99));

        Assert.That((await RunAsync(call))?.Code, Is.EqualTo(FaultCode.TokenRevoked));
        Assert.That(call.TokenIfGenuine, Is.Null);
    }

    /// <summary>The signature is remembered from the first call on; everything else is looked at each time.</summary>
    [Test]
    public async Task WhatChangedSince_CountsOnTheNextCall()
    {
        var token = Issue();
        Assert.That(await RunAsync(Showing(token, User())), Is.Null);

        Assert.That((await RunAsync(Showing(token, User(passwordVersion: 4))))?.Code, Is.EqualTo(FaultCode.TokenRevoked));
        Assert.That((await RunAsync(Showing(token, User(durum: UserDurum.Pasif))))?.Code, Is.EqualTo(FaultCode.UserPassive));
        Assert.That((await RunAsync(Showing(token, User(expires: _house.Time.GetUtcNow()))))?.Code, Is.EqualTo(FaultCode.PasswordExpired));
        Assert.That(await RunAsync(Showing(token, User())), Is.Null, "And back again.");
    }

    private string Issue() => _node.Issue(TokenHouse.Subject with { InstitutionId = _hospital.Id }).Assertion;

    private RegisteredUser User(
        RegisteredInstitution? institution = null, UserDurum durum = UserDurum.Aktif, int passwordVersion = 3, DateTimeOffset? expires = null, int id = 41) =>
        Registered.User(institution: institution ?? _hospital, durum: durum, passwordVersion: passwordVersion, expires: expires, id: id);

    private ValueTask<CallFault?> RunAsync(KpsCall call) =>
        new VerifyTokenStage(_node.Verifier, new IstanbulClock(_house.Time)).RunAsync(call, CancellationToken.None);

    private static KpsCall Showing(string token, RegisteredUser user, string? address = Registered.InsideAddress)
    {
        var call = Calls.Parsed(address: address);
        call.Claimant = new Claimant
        {
            Registry = FakeRegistry.Of(user).Current,
            UserName = string.Empty,
            Password = default,
            Assertion = Pasted.Alone(token),
            Credential = AuditCredential.SamlToken,
            User = null,
            Institution = null,
            ClaimsForeignInstitution = false,
        };
        return call;
    }
}
