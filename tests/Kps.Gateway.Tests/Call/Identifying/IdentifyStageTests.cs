using System.Text;
using Kps.Audit;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Identifying;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Tests.Fakes;
using Kps.Registry;
using Kps.Registry.Users;
using Kps.TestSupport;

namespace Kps.Gateway.Tests.Call.Identifying;

internal sealed class IdentifyStageTests
{
    private readonly RegisteredUser _user = Registered.User();

    [TestCase(null)]
    [TestCase("")]
    [TestCase(SoapNamespaces.PasswordText)]
    [TestCase("PasswordText")]
    public async Task TextPassword_IsTakenUnderAnyOfItsNames(string? type)
    {
        var call = Calls.Parsed(Token(type: type));

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That(call.Claimant.User, Is.SameAs(_user));
        Assert.That(call.Claimant.Password, Is.EqualTo(Registered.Password));
        Assert.That(call.Claimant.Credential, Is.EqualTo(AuditCredential.UsernameToken));
        Assert.That(call.Claimant.IsInsideRanges, Is.False, "The address is the next stage's question.");
    }

    [TestCase(SoapNamespaces.PasswordDigest)]
    [TestCase("PasswordDigest")]
    public async Task DigestPassword_HasItsOwnText(string type) =>
        Assert.That((await RunAsync(Calls.Parsed(Token(type: type))))?.Code, Is.EqualTo(FaultCode.PasswordDigestUnsupported));

    [Test]
    public async Task PasswordOfAnUnknownType_IsRefused() =>
        Assert.That(await RunAsync(Calls.Parsed(Token(type: "urn:baska"))), Is.EqualTo(new CallFault(FaultCode.InvalidSecurityHeader, "Password")));

    [Test]
    public async Task HttpBasic_IsTaken()
    {
        var call = Calls.Parsed(basic: Basic(_user.UserName, Registered.Password.Reveal()));

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That(call.Claimant.User, Is.SameAs(_user));
        Assert.That(call.Claimant.Credential, Is.EqualTo(AuditCredential.Basic));
    }

    [Test]
    public async Task NoCredential_IsRefused()
    {
        Assert.That((await RunAsync(Calls.Parsed()))?.Code, Is.EqualTo(FaultCode.CredentialsMissing));
        Assert.That((await RunAsync(Calls.Parsed(new SecurityHeader { HasTimestamp = true })))?.Code, Is.EqualTo(FaultCode.CredentialsMissing));
    }

    [Test]
    public async Task TokenWithoutNameOrPassword_IsRefused()
    {
        var nameless = new SecurityHeader { HasUsernameToken = true, UserName = "", Password = Registered.Password };
        var open = new SecurityHeader { HasUsernameToken = true, UserName = _user.UserName };

        Assert.That(await RunAsync(Calls.Parsed(nameless)), Is.EqualTo(new CallFault(FaultCode.InvalidSecurityHeader, "UsernameToken")));
        Assert.That(await RunAsync(Calls.Parsed(open)), Is.EqualTo(new CallFault(FaultCode.InvalidSecurityHeader, "UsernameToken")));
    }

    [Test]
    public async Task UnreadableAuthorization_IsRefusedEvenBesideAToken() =>
        Assert.That(
            await RunAsync(Calls.Parsed(Token(), basic: "Bearer abc")),
            Is.EqualTo(new CallFault(FaultCode.InvalidSecurityHeader, "Authorization")));

    [Test]
    public async Task TwoCredentialsThatAgree_AreOne()
    {
        var call = Calls.Parsed(Token(), basic: Basic(_user.UserName, Registered.Password.Reveal()));

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That(call.Claimant.Credential, Is.EqualTo(AuditCredential.UsernameToken));
    }

    [Test]
    public async Task TwoCredentialsThatDisagree_AreRefused()
    {
        var otherName = Calls.Parsed(Token(), basic: Basic(Registered.Number(100_200_301), Registered.Password.Reveal()));
        var otherPassword = Calls.Parsed(Token(), basic: Basic(_user.UserName, "baska"));

        Assert.That((await RunAsync(otherName))?.Code, Is.EqualTo(FaultCode.InvalidSecurityHeader));
        Assert.That((await RunAsync(otherPassword))?.Code, Is.EqualTo(FaultCode.InvalidSecurityHeader));
    }

    [Test]
    public async Task StaleTimestamp_IsRefusedBeforeAnybodyIsLookedUp()
    {
        var call = Calls.Parsed(new SecurityHeader
        {
            HasTimestamp = true,
            Created = "2026-03-14T06:30:00Z",
            Expires = "2026-03-14T06:35:00Z",
            HasUsernameToken = true,
            UserName = _user.UserName,
            Password = Registered.Password,
        });

        Assert.That((await RunAsync(call))?.Code, Is.EqualTo(FaultCode.MessageExpired));
        Assert.That(call.ClaimantIfIdentified, Is.Null);
    }

    [Test]
    public async Task UnknownUser_PassesWithoutAUser()
    {
        var call = Calls.Parsed(Token(name: Registered.Number(100_200_301)));

        Assert.That(await RunAsync(call), Is.Null, "Who exists is told by nobody before the password.");
        Assert.That(call.Claimant.User, Is.Null);
        Assert.That(call.Claimant.Institution, Is.Null);
        Assert.That(call.Claimant.ClaimsForeignInstitution, Is.False);
    }

    [Test]
    public async Task UserName_IsComparedByteByByte()
    {
        var registry = FakeRegistry.Of(Registered.User("Işık"));

        foreach (var name in new[] { "ışık", "IŞIK", "Isik", "Işık " })
        {
            var call = Calls.Parsed(Token(name: name));

            Assert.That(await RunAsync(call, registry), Is.Null);
            Assert.That(call.Claimant.User, Is.Null, name);
        }
    }

    [Test]
    public async Task OwnKurumKodu_IsTheInstitution()
    {
        var call = Calls.Parsed(Token(), new CallerHeaders(null, "990001", null));

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That(call.Claimant.Institution, Is.SameAs(_user.PrimaryInstitution));
        Assert.That(call.Claimant.ClaimsForeignInstitution, Is.False);
    }

    [TestCase("990002")]
    [TestCase("yok")]
    [TestCase("-990001")]
    [TestCase("99999999999")]
    public async Task ForeignKurumKodu_IsMarkedAndJudgedByTheOwnInstitution(string kurumKodu)
    {
        var call = Calls.Parsed(Token(), new CallerHeaders(null, kurumKodu, null));

        Assert.That(await RunAsync(call, FakeRegistry.Of([_user], [], Registered.Neighbour())), Is.Null);
        Assert.That(call.Claimant.Institution, Is.SameAs(_user.PrimaryInstitution));
        Assert.That(call.Claimant.ClaimsForeignInstitution, Is.True);
    }

    [TestCase("2026-03-01", "2026-03-14", ExpectedResult = true)]
    [TestCase("2026-03-14", "2026-03-31", ExpectedResult = true)]
    [TestCase("2026-03-15", "2026-03-31", ExpectedResult = false)]
    [TestCase("2026-02-01", "2026-03-13", ExpectedResult = false)]
    public async Task<bool> Assignment_CountsFromItsFirstDayToItsLast(string from, string to)
    {
        var neighbour = Registered.Neighbour();
        var user = Registered.User(assignments: [new RegisteredAssignment(neighbour, DateOnly.Parse(from), DateOnly.Parse(to))]);
        var call = Calls.Parsed(Token(), new CallerHeaders(null, "990002", null));

        Assert.That(await RunAsync(call, FakeRegistry.Of(user)), Is.Null);
        Assert.That(call.Claimant.ClaimsForeignInstitution, Is.EqualTo(call.Claimant.Institution != neighbour));
        return call.Claimant.Institution == neighbour;
    }

    [TestCase(Registered.InsideAddress, 990001)]
    [TestCase(Registered.ElsewhereAddress, 990002)]
    [TestCase(Registered.NowhereAddress, 990001)]
    [TestCase(null, 990001)]
    public async Task WithoutKurumKodu_TheAddressDecidesBetweenOwnInstitutions(string? address, int expected)
    {
        var user = Registered.User(assignments: [new RegisteredAssignment(Registered.Neighbour(), DateOnly.MinValue, DateOnly.MaxValue)]);
        var call = Calls.Parsed(Token(), address: address);

        Assert.That(await RunAsync(call, FakeRegistry.Of(user)), Is.Null);
        Assert.That(call.Claimant.Institution!.KurumKodu, Is.EqualTo(expected));
        Assert.That(call.Claimant.ClaimsForeignInstitution, Is.False);
    }

    [Test]
    public void RegistryNotLoaded_IsNoAnswerAboutAnybody() =>
        Assert.That(async () => await RunAsync(Calls.Parsed(Token()), new FakeRegistry()), Throws.TypeOf<RegistryUnavailableException>());

    private static SecurityHeader Token(string? name = null, string? type = null) => new()
    {
        HasUsernameToken = true,
        UserName = name ?? Registered.UserName,
        Password = Registered.Password,
        PasswordType = type,
    };

    private static string Basic(string name, string password) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}"));

    private ValueTask<CallFault?> RunAsync(KpsCall call, FakeRegistry? registry = null) =>
        new IdentifyStage(registry ?? FakeRegistry.Of(_user), new IstanbulClock(new ManualTimeProvider(Calls.Now))).RunAsync(call, CancellationToken.None);
}
