using System.Text;
using System.Text.Json;
using Kps.Audit;
using Kps.Contracts;
using Kps.Contracts.Answers;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Auditing;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.FrontDoor;
using Kps.Gateway.Tests.Fakes;
using Kps.Mernis;
using Kps.Mernis.Services.BilesikKutuk;
using Kps.TestSupport;

namespace Kps.Gateway.Tests.Call.Auditing;

internal sealed class CallRecorderTests
{
    private readonly ManualTimeProvider _time = new(Calls.Now);
    private FakeAuditLog _audit = null!;

    [SetUp]
    public void Create() => _audit = new FakeAuditLog();

    [Test]
    public async Task CallNobodyUnderstood_IsARefusalWithItsCause()
    {
        var call = Calls.Arriving();
        await RecordAsync(call, new CallFault(FaultCode.MalformedXml, "gizli"));
        var (facts, refusal, criteria) = _audit.Refusals.Single();

        Assert.That((refusal.Code, refusal.Cause), Is.EqualTo(((int)FaultCode.MalformedXml, "MalformedXml")));
        Assert.That(criteria, Is.Null);
        Assert.That((facts.IslemNo, facts.SoapVersion, facts.Operation, facts.Credential), Is.EqualTo((call.IslemNo, (byte)0, KpsOperation.None, AuditCredential.None)));
        Assert.That(refusal.ToString(), Does.Not.Contain("gizli"), "What the caller sent goes back to him alone.");
    }

    [Test]
    public async Task HiddenCause_IsTheTrueOneInTheLog()
    {
        foreach (var code in new[] { FaultCode.UnknownUser, FaultCode.WrongPassword, FaultCode.NameLocked, FaultCode.AddressOutsideRanges })
        {
            await RecordAsync(Calls.Verified(), new CallFault(code));

            Assert.That((_audit.Refusals[^1].Refusal.Code, _audit.Refusals[^1].Refusal.Cause), Is.EqualTo(((int)code, code.ToString())));
        }
    }

    [Test]
    public async Task Facts_AreThoseOfTheCall()
    {
        var user = Registered.User();
        var call = Calls.Verified(user);
        call.Http.Request.Headers.UserAgent = "UydurmaHBYS/1.0";
        call.Http.Features.Set(new PeerAddress(System.Net.IPAddress.Parse("10.0.0.1")));
        call.Marks |= AuditMarks.ForeignNumberFailsChecksum;
        await RecordAsync(call, new CallFault(FaultCode.NotEntitled));
        var facts = _audit.Refusals.Single().Facts;

        Assert.That((facts.UserId, facts.InstitutionId, facts.Subject), Is.EqualTo(((int?)user.Id, (int?)user.PrimaryInstitution.Id, (Tckn?)Registered.Person)));
        Assert.That((facts.SoapVersion, facts.Operation, facts.Credential), Is.EqualTo(((byte)12, KpsOperation.BilesikKisiSorgula, AuditCredential.UsernameToken)));
        Assert.That((facts.PeerAddress!.ToString(), facts.CallerAddress!.ToString()), Is.EqualTo(("10.0.0.1", Registered.InsideAddress)));
        Assert.That((facts.ClientStack, facts.AttemptedUserName, facts.ReceivedAt), Is.EqualTo(("UydurmaHBYS/1.0", (string?)null, Calls.Now)));
        Assert.That(facts.Marks, Is.EqualTo(AuditMarks.AskerMissing | AuditMarks.ApplicationUnknown | AuditMarks.ForeignNumberFailsChecksum));
    }

    [Test]
    public async Task UnknownUser_IsKeptByTheNameHeTried()
    {
        var call = Calls.Claimed(FakeRegistry.Of(Registered.User()).Current, user: null, userName: "olmayan");
        await RecordAsync(call, new CallFault(FaultCode.UnknownUser));

        Assert.That((_audit.Refusals[0].Facts.AttemptedUserName, _audit.Refusals[0].Facts.UserId), Is.EqualTo(("olmayan", (int?)null)));
    }

    private static IEnumerable<TestCaseData> Askers()
    {
        yield return new TestCaseData(null, AuditMarks.AskerMissing).SetArgDisplayNames("none");
        yield return new TestCaseData("olmaz", AuditMarks.AskerMissing).SetArgDisplayNames("no number");
        yield return new TestCaseData(Registered.UserName, AuditMarks.None).SetArgDisplayNames("the user");
        yield return new TestCaseData(Registered.Number(100_200_309), AuditMarks.AskerDiffersFromUser).SetArgDisplayNames("somebody else");
        yield return new TestCaseData(Registered.Number(100_200_311), AuditMarks.AskerDiffersFromUser | AuditMarks.AskerIsSubject).SetArgDisplayNames("the person asked for");
    }

    [TestCaseSource(nameof(Askers))]
    public void Asker_IsMarkedWhereAReaderShouldNotice(string? asker, AuditMarks expected)
    {
        var user = Registered.User();
        var call = Calls.Parsed(callerHeaders: new CallerHeaders(asker, null, null));
        call.Claimant = Calls.Claimed(FakeRegistry.Of(user).Current, user).Claimant;

        Assert.That(CallFactsOf.Call(call).Marks, Is.EqualTo(expected | AuditMarks.ApplicationUnknown), "The user has no default application.");
    }

    [Test]
    public void Criteria_AreTheMembersAsSent()
    {
        var call = Calls.Parsed(callerHeaders: new CallerHeaders("1\"2", "990001", null));
        var criteria = AuditCriteria.Of(call)!.Value;
        var json = JsonDocument.Parse(criteria.Plain).RootElement;

        Assert.That(criteria.Codec, Is.EqualTo(SealedText.Utf8));
        Assert.That(json.GetProperty("kimlikNo").GetInt64(), Is.EqualTo(Registered.Person.Value));
        Assert.That(json.GetProperty("sorgulayanKimlikNo").GetString(), Is.EqualTo("1\"2"));
        Assert.That(json.EnumerateObject().Select(member => member.Name), Is.EqualTo(new[] { "kimlikNo", "sorgulayanKimlikNo", "kurumKodu" }));
    }

    [Test]
    public async Task Answer_IsSealedAsItLeaves()
    {
        var call = Forwarded(new MernisReply<BilesikKutukBilgileri>
        {
            SentAt = Calls.Now,
            AnsweredAt = Calls.Now + TimeSpan.FromSeconds(2),
            StsTime = TimeSpan.FromSeconds(1),
            QueryTime = TimeSpan.FromSeconds(2),
        });
        call.Answer = new MappedAnswer(BilesikKisiSonuclari.KayitYok(Registered.Person.Value, new() { Kod = 2 }), 2, "A/B") { FieldsReturned = "C/D" };
        _time.Advance(TimeSpan.FromSeconds(5));
        await new CallRecorder(_audit, _time).RecordAsync(call, fault: null);
        var (ticket, outcome, result) = _audit.Outcomes.Single();

        Assert.That(ticket, Is.SameAs(call.Ticket));
        Assert.That((outcome.Code, outcome.Cause, outcome.FieldsReturned, outcome.FieldsWithheld), Is.EqualTo((2, (string?)null, "C/D", "A/B")));
        Assert.That((outcome.StsTime, outcome.NviTime), Is.EqualTo((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2))));
        Assert.That(outcome.GatewayTime, Is.EqualTo(_time.GetElapsedTime(call.StartTimestamp) - TimeSpan.FromSeconds(3)));
        Assert.That(result!.Value.Codec, Is.EqualTo(AnswerCodec.Id));
        Assert.That(Encoding.UTF8.GetString(AnswerCodec.Decode(result.Value.Plain)), Does.Contain("<Kod>2</Kod>"));
        Assert.That(_audit.Refusals, Is.Empty);
    }

    [Test]
    public async Task FaultBehindAnIntent_IsAnOutcomeWithoutAResult()
    {
        var call = Forwarded(new MernisReply<BilesikKutukBilgileri> { Fault = UpstreamFault.Timeout });
        await RecordAsync(call, new CallFault(FaultCode.NviTimeout));
        var (_, outcome, result) = _audit.Outcomes.Single();

        Assert.That((outcome.Code, outcome.Cause, result), Is.EqualTo(((int)FaultCode.NviTimeout, "NviTimeout", (SealedText?)null)));
        Assert.That(_audit.Refusals, Is.Empty);
    }

    [TestCase(null, 200, UpstreamAttemptResult.Answered)]
    [TestCase(UpstreamFault.Unreachable, null, UpstreamAttemptResult.ConnectionClosed)]
    [TestCase(UpstreamFault.StsUnreachable, null, UpstreamAttemptResult.ConnectionClosed)]
    [TestCase(UpstreamFault.Unreachable, 503, UpstreamAttemptResult.InvalidAnswer)]
    [TestCase(UpstreamFault.StsUnreachable, 502, UpstreamAttemptResult.InvalidAnswer)]
    [TestCase(UpstreamFault.Timeout, null, UpstreamAttemptResult.TimedOut)]
    [TestCase(UpstreamFault.StsTimeout, null, UpstreamAttemptResult.TimedOut)]
    [TestCase(UpstreamFault.Malformed, 200, UpstreamAttemptResult.InvalidAnswer)]
    [TestCase(UpstreamFault.StsMalformed, 200, UpstreamAttemptResult.InvalidAnswer)]
    [TestCase(UpstreamFault.TooLarge, 200, UpstreamAttemptResult.InvalidAnswer)]
    [TestCase(UpstreamFault.Busy, null, UpstreamAttemptResult.NotSent)]
    [TestCase(UpstreamFault.CircuitOpen, null, UpstreamAttemptResult.NotSent)]
    [TestCase(UpstreamFault.AddressNotRegistered, 403, UpstreamAttemptResult.InvalidAnswer)]
    [TestCase(UpstreamFault.TokenRefused, 500, UpstreamAttemptResult.Fault)]
    [TestCase(UpstreamFault.ServiceFault, 500, UpstreamAttemptResult.Fault)]
    [TestCase(UpstreamFault.StsRefused, 500, UpstreamAttemptResult.Fault)]
    public async Task Attempt_StandsOnTheRow(UpstreamFault? fault, int? status, UpstreamAttemptResult expected)
    {
        var attempt = new UpstreamAttempt(Mernis.UpstreamAttemptKind.Query, Calls.Now, TimeSpan.FromSeconds(1), fault, status);
        var call = Forwarded(new MernisReply<BilesikKutukBilgileri> { Fault = fault, Attempts = [attempt with { Kind = Mernis.UpstreamAttemptKind.Sts }, attempt] });
        await RecordAsync(call, new CallFault(FaultCode.Internal));

        Assert.That(
            _audit.Outcomes[0].Outcome.Attempts,
            Is.EqualTo(new[]
            {
                new UpstreamAttemptFact(Kps.Audit.UpstreamAttemptKind.Sts, Calls.Now, TimeSpan.FromSeconds(1), expected),
                new UpstreamAttemptFact(Kps.Audit.UpstreamAttemptKind.Query, Calls.Now, TimeSpan.FromSeconds(1), expected),
            }));
    }

    [Test]
    public async Task AttemptThatFoundNoConnection_SaysThatNothingWasSent()
    {
        var attempt = new UpstreamAttempt(Mernis.UpstreamAttemptKind.Query, Calls.Now, TimeSpan.FromSeconds(1), UpstreamFault.Unreachable, null) { NothingSent = true };
        await RecordAsync(Forwarded(new MernisReply<BilesikKutukBilgileri> { Fault = UpstreamFault.Unreachable, Attempts = [attempt] }), new CallFault(FaultCode.NviUnreachable));

        Assert.That(_audit.Outcomes[0].Outcome.Attempts.Single().Result, Is.EqualTo(UpstreamAttemptResult.ConnectFailed));
    }

    private static KpsCall Forwarded(MernisReply<BilesikKutukBilgileri> reply)
    {
        var call = Calls.Verified();
        call.Ticket = new AuditTicket(call.IslemNo, Calls.Now, TimeSpan.Zero);
        call.Upstream = UpstreamAccount.Of(reply);
        return call;
    }

    private ValueTask RecordAsync(KpsCall call, CallFault fault) => new CallRecorder(_audit, _time).RecordAsync(call, fault);
}
