using Kps.Contracts;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Identifying;
using Kps.Gateway.Call.Issuing;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Tokens;
using Kps.Gateway.FrontDoor;
using Kps.Gateway.Tests.Call.Callers;
using Kps.Gateway.Tests.Call.Tokens;
using Kps.Gateway.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Tests.Call.Issuing;

/// <summary>What the golden pairs do not show: what a token binds, and which addresses are ours.</summary>
internal sealed class IssueTokenStageTests
{
    private TokenHouse _house = null!;
    private TokenNode _node = null!;

    [OneTimeSetUp]
    public void Open()
    {
        _house = TokenHouse.WithKey();
        _node = _house.Node();
    }

    [OneTimeTearDown]
    public void Close() => _house.Dispose();

    [Test]
    public async Task Token_BindsWhatWasProvenAndSaid()
    {
        var application = TokenCalls.Application(12);
        var user = Registered.User(passwordVersion: 5, application: application);
        var neighbour = Registered.Neighbour();
        var call = Asking(null, new CallerHeaders(Registered.Number(100_200_301), null, null));
        call.Claimant = Calls.Claimed(FakeRegistry.Of([user], [application]).Current, user).Claimant;
        call.Caller = new Caller(user, neighbour);

        Assert.That(await RunAsync(call), Is.Null);

        var (flaw, claims) = _node.Verify(call.Issued.Assertion);
        Assert.That(flaw, Is.EqualTo(TokenFlaw.None));
        Assert.That(claims!.Subject, Is.EqualTo(new TokenSubject
        {
            UserId = user.Id,
            PasswordVersion = 5,
            InstitutionId = neighbour.Id,
            ApplicationId = 12,
            Asker = Tckn.FromFirstNine(100_200_301).Value,
            IssuedUnder = call.IslemNo,
        }));
    }

    [TestCase(null)]
    [TestCase("https://kpsv2.saglik.gov.tr/Router/RoutingService.svc")]
    [TestCase("https://KPSV2TEST.saglik.gov.tr/router/routingservice.SVC/")]
    [TestCase("https://kps.example.gov.tr/Router/RoutingService.svc")]
    [TestCase("https://kps-iki.example/Router/RoutingService.svc")]
    [TestCase("http://10.1.2.3:8080/Router/RoutingService.svc")]
    [TestCase("urn:hbys:kps")]
    public async Task OurAddress_IsTaken(string? appliesTo) => Assert.That(await RunAsync(Asking(appliesTo)), Is.Null);

    [TestCase("https://kps.example.gov.tr.kotu.example/Router/RoutingService.svc")]
    [TestCase("https://kps.example.gov.tr@kotu.example/Router/RoutingService.svc")]
    [TestCase("https://kotu.example/https://kps.example.gov.tr/Router/RoutingService.svc")]
    [TestCase("http://kpsv2.saglik.gov.tr/Router/RoutingService.svc")]
    [TestCase("https://kps.example.gov.tr/STS/STSService.svc")]
    [TestCase("/Router/RoutingService.svc")]
    [TestCase("10.1.2.3:8080")]
    public async Task AnotherAddress_IsRefusedAndNamed(string appliesTo) =>
        Assert.That(await RunAsync(Asking(appliesTo)), Is.EqualTo(new CallFault(FaultCode.TokenScopeUnknown, appliesTo)));

    [Test]
    public async Task NoKey_IssuesNothing()
    {
        using var keyless = new TokenHouse();
        keyless.Registry.Load();
        var call = Asking(null);

        var fault = await Stage(keyless.Node()).RunAsync(call, CancellationToken.None);

        Assert.That((fault?.Code, call.IssuedIfAny), Is.EqualTo(((FaultCode?)FaultCode.TokenKeysUnavailable, (IssuedToken?)null)));
    }

    private ValueTask<CallFault?> RunAsync(KpsCall call) => Stage(_node).RunAsync(call, CancellationToken.None);

    private static IssueTokenStage Stage(TokenNode node)
    {
        var gateway = new GatewayOptions { PublicUrl = new Uri(TokenHouse.PublicUrl) };
        gateway.AllowedHosts.Add("kps-iki.example");
        var tokens = new TokenOptions();
        tokens.AppliesTo.Add("urn:hbys:kps");
        return new IssueTokenStage(node.Issuer, Options.Create(tokens), Options.Create(gateway));
    }

    private static KpsCall Asking(string? appliesTo)
    {
        var user = Registered.User();
        var call = Asking(appliesTo, CallerHeaders.None);
        call.Claimant = Calls.Claimed(FakeRegistry.Of(user).Current, user).Claimant;
        call.Caller = new Caller(user, user.PrimaryInstitution);
        return call;
    }

    private static KpsCall Asking(string? appliesTo, CallerHeaders headers)
    {
        var call = Calls.Arriving(prepare: http => http.Request.Host = new("10.1.2.3", 8080));
        call.Request = new SoapRequest
        {
            Version = SoapVersion.Soap12,
            CallerHeaders = headers,
            Operation = OperationCatalog.Issue,
            TokenRequest = new TokenRequest(appliesTo, null),
        };
        return call;
    }
}
