using Kps.Audit;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Auditing;
using Kps.Gateway.Call.Responding;
using Kps.Gateway.Tests.Fakes;
using Kps.Registry;
using Kps.TestSupport;

namespace Kps.Gateway.Tests.Call;

/// <summary>Whatever happens on the walk, one row is written and then one answer leaves, in this order.</summary>
internal sealed class KpsPipelineTests
{
    private const string Spoken = "gizli ayrıntı 4711";

    private readonly ManualTimeProvider _time = new(Calls.Now);
    private FakeAuditLog _audit = null!;
    private CapturedLogger<KpsPipeline> _log = null!;

    [SetUp]
    public void Create() => (_audit, _log) = (new FakeAuditLog(), new CapturedLogger<KpsPipeline>());

    [Test]
    public async Task Stages_RunInOrderUntilOneSaysNo()
    {
        var seen = new List<int>();
        var call = Calls.Verified();
        await HandleAsync(call, Step(1), Step(2, new CallFault(FaultCode.InvalidNumber)), Step(3));

        Assert.That(seen, Is.EqualTo(new[] { 1, 2 }));
        Assert.That(_audit.Refusals.Single().Refusal.Cause, Is.EqualTo(nameof(FaultCode.InvalidNumber)));

        Func<KpsCall, CallFault?> Step(int number, CallFault? fault = null) => _ =>
        {
            seen.Add(number);
            return fault;
        };
    }

    [Test]
    public async Task Answer_LeavesBehindItsRow()
    {
        var call = Calls.Verified();
        var ticket = new AuditTicket(call.IslemNo, Calls.Now, TimeSpan.Zero);
        await HandleAsync(call, one =>
        {
            one.Ticket = ticket;
            one.Answer = new MappedAnswer(BilesikKisiSonuclari.KayitYok(Registered.Person.Value, new() { Kod = 2 }), 2, null);
            return null;
        });

        Assert.That(_audit.Outcomes.Single().Ticket, Is.SameAs(ticket));
        Assert.That(call.Http.Response.StatusCode, Is.EqualTo(200));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task RowThatCannotBeWritten_WithholdsTheAnswer(bool isUnforeseen)
    {
        _audit.OnEnd = isUnforeseen ? new InvalidOperationException(Spoken) : new AuditUnavailableException("uydurma");
        var call = Calls.Verified();
        await HandleAsync(call, one =>
        {
            one.Ticket = new AuditTicket(one.IslemNo, Calls.Now, TimeSpan.Zero);
            one.Answer = new MappedAnswer(BilesikKisiSonuclari.KayitYok(Registered.Person.Value, new() { Kod = 2, Aciklama = "TESLİM EDİLMEMELİ" }), 2, null);
            return null;
        });

        Assert.That(call.Http.Response.StatusCode, Is.EqualTo(500));
        Assert.That(Calls.AnswerText(call), Does.Contain(">8001<").And.Not.Contain("TESLİM").And.Not.Contain("BilesikKisiSorgulaResponse"));
        Assert.That(_log.All + Calls.AnswerText(call), Does.Not.Contain(Spoken));
    }

    [Test]
    public async Task RefusalThatCannotBeWritten_SaysNothingElse()
    {
        _audit.OnEnd = new AuditUnavailableException("uydurma");
        var call = Calls.Verified();
        await HandleAsync(call, _ => new CallFault(FaultCode.NotEntitled));

        Assert.That(Calls.AnswerText(call), Does.Contain(">8001<").And.Not.Contain(">8<"));
    }

    [Test]
    public async Task IntentThatCannotBeWritten_EndsTheWalk()
    {
        var call = Calls.Verified();
        await HandleAsync(call, _ => throw new AuditUnavailableException("uydurma"));

        Assert.That(Calls.AnswerText(call), Does.Contain(">8001<"));
        Assert.That(_audit.Refusals.Single().Refusal.Code, Is.EqualTo((int)FaultCode.AuditUnavailable));
    }

    [Test]
    public async Task UnforeseenException_IsInternalAndQuotedNowhere()
    {
        var call = Calls.Verified();
        await HandleAsync(call, _ => throw new InvalidOperationException(Spoken, new FormatException(Spoken)));

        Assert.That(call.Http.Response.StatusCode, Is.EqualTo(500));
        Assert.That(Calls.AnswerText(call), Does.Contain(">9001<"));
        Assert.That(_audit.Refusals.Single().Refusal.Cause, Is.EqualTo(nameof(FaultCode.Internal)));
        Assert.That(_log.All, Does.Contain(nameof(InvalidOperationException)));
        Assert.That(_log.All + Calls.AnswerText(call) + _audit.Refusals[0].Refusal, Does.Not.Contain(Spoken));
    }

    [Test]
    public async Task UnforeseenExceptionBehindAnIntent_ClosesIt()
    {
        var call = Calls.Verified();
        await HandleAsync(call, one =>
        {
            one.Ticket = new AuditTicket(one.IslemNo, Calls.Now, TimeSpan.Zero);
            throw new InvalidOperationException(Spoken);
        });

        Assert.That(_audit.Outcomes.Single().Outcome.Code, Is.EqualTo((int)FaultCode.Internal));
        Assert.That(_audit.Outcomes[0].Result, Is.Null);
        Assert.That(_audit.Refusals, Is.Empty);
    }

    [Test]
    public async Task RegistryThatIsAway_HasItsOwnCode()
    {
        var call = Calls.Verified();
        await HandleAsync(call, _ => throw new RegistryUnavailableException("uydurma"));

        Assert.That(Calls.AnswerText(call), Does.Contain(">9002<"));
        Assert.That(_audit.Refusals.Single().Refusal.Code, Is.EqualTo((int)FaultCode.RegistryUnavailable));
    }

    [Test]
    public async Task CallerWhoHungUp_StillGetsHisRow()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        var call = Calls.Verified();
        call.Http.RequestAborted = gone.Token;
        await HandleAsync(call, one => throw new OperationCanceledException(one.Http.RequestAborted));

        Assert.That(_audit.Refusals.Single().Refusal.Cause, Is.EqualTo(nameof(FaultCode.RequestIncomplete)));
    }

    [Test]
    public async Task CancellationNobodyAskedFor_IsInternal()
    {
        var call = Calls.Verified();
        await HandleAsync(call, _ => throw new TaskCanceledException());

        Assert.That(_audit.Refusals.Single().Refusal.Cause, Is.EqualTo(nameof(FaultCode.Internal)));
    }

    [Test]
    public async Task WalkThatEndsWithoutAnswerOrFault_IsNeverTakenForOne()
    {
        var call = Calls.Verified();

        Assert.That(async () => await HandleAsync(call), Throws.InvalidOperationException);
        Assert.That(_audit.Refusals.Single().Refusal.Cause, Is.EqualTo(nameof(FaultCode.Internal)));
        Assert.That(Calls.Answer(call), Is.Empty);
        await Task.CompletedTask;
    }

    private Task HandleAsync(KpsCall call, params Func<KpsCall, CallFault?>[] steps) =>
        new KpsPipeline(
            Calls.OneWalk([.. steps.Select(step => new Step(step))]),
            new CallRecorder(_audit, _time),
            new SoapResponder(Calls.Envelopes(_time)),
            _log).HandleAsync(call);

    private sealed class Step(Func<KpsCall, CallFault?> run) : ICallStage
    {
        public ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken) => new(run(call));
    }
}
