using System.Text;
using Kps.Audit;
using Kps.Audit.Reading;
using Kps.Contracts;
using Kps.EndToEnd.Tests.Harness;
using Kps.EndToEnd.Tests.Refusals;
using Kps.Gateway.Call;
using Kps.Gateway.Tests.Clients;
using Kps.Registry.Registrar;

namespace Kps.EndToEnd.Tests.TokenDoor;

/// <summary>Software written for the Ministry's gateway, pointed at this one: a token, then a query with it, and what the log knows of both.</summary>
internal sealed class TokenDoorTests
{
    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await SharedHouse.OpenAsync();

    [TestCaseSource(typeof(MinistryClient), nameof(MinistryClient.All))]
    public async Task Client_ThroughBothDoors_ReadsThePerson(MinistryClient client)
    {
        var caller = new TokenCaller(_house, client, _house.User);

        var issued = await caller.IssueAsync();
        var reply = await caller.QueryAsync(caller.Cut(issued));

        Assert.That(reply.Status, Is.EqualTo(200), reply.Text);
        var person = _house.Nvi.Population.Find(_house.Samples.Citizen.Value)!;
        Assert.That(KpsServiceReader.Read(reply.Text), Has.Property(nameof(SeenPerson.Ad)).EqualTo(person.Ad).And.Property(nameof(SeenPerson.Soyad)).EqualTo(person.Soyad));
        Assert.That(NodeReader.Read(reply.Text), Is.EqualTo($"{person.Ad} {person.Soyad}"));
    }

    [TestCaseSource(typeof(MinistryClient), nameof(MinistryClient.All))]
    public async Task Rows_OfTokenAndQuery_AreTiedTogether(MinistryClient client)
    {
        var kod = Guid.NewGuid();
        var application = TestEnvironment.Require(await _house.Admin.AddApplicationAsync(new NewApplication("UYDURMA YAZILIM", $"UYDURMA HBYS {client}") { Kod = kod }));
        await _house.WaitForAsync(registry => registry.FindApplication(kod) is not null);
        var caller = new TokenCaller(_house, client, _house.User) { UygulamaKodu = kod };

        var issued = await caller.IssueAsync();
        var reply = await caller.QueryAsync(caller.Cut(issued));

        var (issue, query) = (await _house.AuditOfAsync(issued.IslemNo), await _house.AuditOfAsync(reply.IslemNo));
        Assert.That((issue.State, query.State), Is.EqualTo((AuditCallState.TokenIssued, AuditCallState.Answered)));
        Assert.That(await _house.CountRowsAsync(issued.IslemNo), Is.EqualTo(1));
        Assert.That((issue.Opening.Door, issue.Opening.Operation, issue.Opening.Credential), Is.EqualTo((AuditDoor.Sts, KpsOperation.Issue, AuditCredential.UsernameToken)));
        Assert.That((query.Opening.Door, query.Opening.Credential, query.Opening.TokenIslemNo), Is.EqualTo((AuditDoor.Router, AuditCredential.SamlToken, (IslemNo?)issue.IslemNo)));
        Assert.That((query.Opening.UserId, query.Opening.InstitutionId), Is.EqualTo((issue.Opening.UserId, issue.Opening.InstitutionId)));
        Assert.That(issue.Opening.UserId, Is.EqualTo(_house.User.Id));

        // Who asks stands on the token request alone; the query's row has it from the token.
        var sendsApplication = client == MinistryClient.Node || client == MinistryClient.Php;
        int? expected = sendsApplication ? application.Id : null;
        Assert.That((issue.Opening.ApplicationId, query.Opening.ApplicationId), Is.EqualTo((expected, expected)));
        Assert.That(issue.Opening.Asker is null, Is.EqualTo(sendsApplication));
        Assert.That(query.Opening.Asker, Is.EqualTo(issue.Opening.Asker));
        Assert.That(query.Opening.Marks.HasFlag(AuditMarks.ApplicationUnknown), Is.EqualTo(!sendsApplication));
        Assert.That(query.Opening.Marks.HasFlag(AuditMarks.AskerMissing), Is.EqualTo(sendsApplication));
        Assert.That(Encoding.UTF8.GetString(issue.Criteria!.Value.Plain.Span), Does.Contain(sendsApplication ? kod.ToString() : _house.User.UserName));
    }

    /// <summary>One C# client keeps its token for everybody who asks after: the rows say whose it was.</summary>
    [Test]
    public async Task TokenKeptForTheNextAsker_StaysTheFirstOnes()
    {
        var other = await _house.AddUserAsync();
        var caller = new TokenCaller(_house, MinistryClient.CSharp, _house.User) { Sorgulayan = other.UserName };
        var issued = await caller.IssueAsync();
        var token = caller.Cut(issued);

        caller.Sorgulayan = _house.User.UserName;
        var replies = new[] { await caller.QueryAsync(token), await caller.QueryAsync(token), await caller.QueryAsync(token) };

        var issue = (await _house.AuditOfAsync(issued.IslemNo)).Opening;
        Assert.That(issue.Marks.HasFlag(AuditMarks.AskerDiffersFromUser));
        foreach (var reply in replies)
        {
            Assert.That(reply.Status, Is.EqualTo(200), reply.Text);
            var row = (await _house.AuditOfAsync(reply.IslemNo)).Opening;
            Assert.That((row.Asker, row.TokenIslemNo), Is.EqualTo((issue.Asker, (IslemNo?)issue.IslemNo)));
            Assert.That(row.Marks.HasFlag(AuditMarks.AskerDiffersFromUser));
        }
    }

    [Test]
    public async Task UnregisteredApplication_IsMarkedOnBothRows()
    {
        var caller = new TokenCaller(_house, MinistryClient.Node, _house.User) { UygulamaKodu = Guid.NewGuid() };

        var issued = await caller.IssueAsync();
        var reply = await caller.QueryAsync(caller.Cut(issued));

        foreach (var answer in new[] { issued, reply })
        {
            Assert.That((await _house.AuditOfAsync(answer.IslemNo)).Opening.Marks.HasFlag(AuditMarks.ApplicationUnknown));
        }
    }

    [Test]
    public async Task QueryWithoutAnyToken_IsRefused()
    {
        var reply = await new TokenCaller(_house, MinistryClient.Php, _house.User).QueryAsync(string.Empty);

        await _house.CheckFaultAsync(reply, FaultCode.CredentialsMissing, "o:InvalidSecurity", "İstekte kullanıcı adı ve web servis şifresi yok.");
    }

    [Test]
    public async Task WrongPassword_GivesNoToken()
    {
        var user = await _house.AddUserAsync();

        var reply = await new TokenCaller(_house, MinistryClient.Node, user with { Password = "yanlis-parola" }).IssueAsync();

        await _house.CheckIdenticalFaultAsync(reply, FaultCode.WrongPassword);
        Assert.That(reply.Text, Does.Not.Contain("Assertion"));
    }

    [Test]
    public async Task TokenFromAnotherInstitutionsAddress_IsRefused()
    {
        await _house.AddInstitutionAsync("127.0.0.21");
        await _house.AddUserAsync();
        var caller = new TokenCaller(_house, MinistryClient.Php, _house.User);
        var message = SoapMessage.Query(_house.Samples.Citizen.Value, null) with { ExtraHeaders = InSecurity(await caller.TakeTokenAsync()) };

        Assert.That((await _house.PostAsync(message)).Status, Is.EqualTo(200));
        var row = await _house.CheckIdenticalFaultAsync(await _house.PostAsync(message, _house.HttpFrom("127.0.0.21")), FaultCode.AddressOutsideRanges, "127.0.0.21");

        Assert.That(row.UserId, Is.EqualTo(_house.User.Id), "Whose token it is stands in the log.");
    }

    [Test]
    public async Task PasswordChanged_TheTokensOfTheOldOneAreVoid()
    {
        var user = await _house.AddUserAsync();
        var caller = new TokenCaller(_house, MinistryClient.CSharp, user);
        var token = await caller.TakeTokenAsync();
        Assert.That((await caller.QueryAsync(token)).Status, Is.EqualTo(200));

        var drawn = TestEnvironment.Require(await _house.Admin.SetPasswordAsync(user.UserName, null));

        await CheckRevokedAsync(caller, token);
        var renewed = new TokenCaller(_house, MinistryClient.CSharp, user with { Password = drawn.Generated!.Value.Reveal() });
        Assert.That((await renewed.QueryAsync(await renewed.TakeTokenAsync())).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task TokensRevoked_AreVoid_AndANewOneIsTakenAtOnce()
    {
        var user = await _house.AddUserAsync();
        var caller = new TokenCaller(_house, MinistryClient.Node, user);
        var token = await caller.TakeTokenAsync();
        Assert.That((await caller.QueryAsync(token)).Status, Is.EqualTo(200));

        TestEnvironment.Require(await _house.Admin.RevokeTokensAsync(user.UserName));

        await CheckRevokedAsync(caller, token);
        Assert.That((await caller.QueryAsync(await caller.TakeTokenAsync())).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task UserDisabled_HisTokenTellsHimSo()
    {
        var user = await _house.AddUserAsync();
        var caller = new TokenCaller(_house, MinistryClient.Wcf, user);
        var token = await caller.TakeTokenAsync();

        TestEnvironment.Require(await _house.Admin.DisableUserAsync(user.UserName));

        var (refusal, _) = await caller.QueryUntilRefusedAsync(token);
        await _house.CheckFaultAsync(refusal, FaultCode.UserPassive, "o:FailedAuthentication", "Hesabınız pasif.");
    }

    private async Task CheckRevokedAsync(TokenCaller caller, string token)
    {
        var (refusal, after) = await caller.QueryUntilRefusedAsync(token);
        await TestContext.Out.WriteLineAsync($"Void after {after.TotalMilliseconds:0} ms.");
        await _house.CheckFaultAsync(refusal, FaultCode.TokenRevoked, "o:InvalidSecurityToken", "Jeton artık geçerli değil:");
    }

    private static string InSecurity(string token) =>
        $"<o:Security xmlns:o=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\">{token}</o:Security>";
}
