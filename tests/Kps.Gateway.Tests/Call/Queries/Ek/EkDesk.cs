using System.Text;
using Kps.Audit;
using Kps.Contracts;
using Kps.Contracts.Answers;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Auditing;
using Kps.Gateway.Call.Criteria;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Queries;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Call.Queries.Ek;

/// <summary>The stages a query has a say in, from the message of the second service to the answer, in front of a canned NVİ.</summary>
internal sealed class EkDesk : IDisposable
{
    private readonly CannedNvi _nvi;
    private readonly Queue<string> _answers = new();

    public EkDesk()
    {
        _nvi = new CannedNvi();
        _nvi.Router = () =>
        {
            Asked.Add(_nvi.LastQuery);
            return CannedNvi.Soap(200, NviAnswers.Sorgula(_answers.Dequeue()));
        };
    }

    /// <summary>Every message NVİ got, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The error element of NVİ's answers.</summary>
    public static string Hata(int kod, string aciklama = "neden") =>
        $"<HataBilgisi xmlns:b=\"http://kps.nvi.gov.tr/2011/01/01\"><b:Aciklama>{aciklama}</b:Aciklama><b:Kod>{kod}</b:Kod></HataBilgisi>";

    /// <summary>An answer with these items.</summary>
    public static string Items(string items) => $"<SorguSonucu>{items}</SorguSonucu>";

    /// <summary>The message as Parse leaves it.</summary>
    public static (KpsCall Call, CallFault? Fault) Parse(KpsOperation operation, string members, QueryTable? queries = null, string ns = KpsNamespaces.Ek)
    {
        var call = Calls.Heard(Envelopes.Soap12(string.Empty, Envelopes.Operation(members, operation.ToString(), ns)), door: AuditDoor.Ek);
        var fault = new ParseStage(queries ?? QueryTables.All).RunAsync(call, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return (call, fault);
    }

    /// <summary>The message as CheckCriteria leaves it; the test's own message must parse.</summary>
    public static CallFault? Check(KpsOperation operation, string members, QueryTable? queries = null) => CheckedCall(operation, members, queries).Fault;

    /// <summary>What of the message is sealed with the intent.</summary>
    public static string Sealed(KpsOperation operation, string members)
    {
        var (call, fault) = Parse(operation, members);
        Assert.That(fault, Is.Null);
        return Encoding.UTF8.GetString(AuditCriteria.Of(call)!.Value.Plain.Span);
    }

    /// <summary>What Map makes of a finding; the answer must be one the contract can write.</summary>
    public static (MappedAnswer? Answer, CallFault? Fault) Map(KpsOperation operation, string members, object found)
    {
        var (call, _) = CheckedCall(operation, members);
        SpeakAsAUser(call);
        call.Found = found;
        return Mapped(call, Stages.Map().RunAsync(call, CancellationToken.None).AsTask().GetAwaiter().GetResult());
    }

    /// <summary>The whole way. NVİ gives the answers one after the other.</summary>
    public async Task<(MappedAnswer? Answer, CallFault? Fault)> AskAsync(KpsOperation operation, string members, params string[] answers)
    {
        foreach (var answer in answers)
        {
            _answers.Enqueue(answer);
        }

        var (call, fault) = CheckedCall(operation, members);
        Assert.That(fault, Is.Null, "The test's own criteria.");
        SpeakAsAUser(call);
        fault = await new ForwardStage(new FakeAuditLog(), new UpstreamForwarder(_nvi.Client)).RunAsync(call, CancellationToken.None)
            ?? await Stages.Map().RunAsync(call, CancellationToken.None);
        return Mapped(call, fault);
    }

    public void Dispose() => _nvi.Dispose();

    private static void SpeakAsAUser(KpsCall call)
    {
        var user = Registered.User();
        call.Claimant = Calls.Claimed(FakeRegistry.Of(user).Current, user).Claimant;
        call.Caller = new Kps.Gateway.Call.Identifying.Caller(user, user.PrimaryInstitution);
    }

    private static (KpsCall Call, CallFault? Fault) CheckedCall(KpsOperation operation, string members, QueryTable? queries = null)
    {
        var (call, fault) = Parse(operation, members, queries);
        Assert.That(fault, Is.Null, "The test's own message.");
        return (call, new CheckCriteriaStage().RunAsync(call, CancellationToken.None).AsTask().GetAwaiter().GetResult());
    }

    private static (MappedAnswer? Answer, CallFault? Fault) Mapped(KpsCall call, CallFault? fault)
    {
        if (fault is not null)
        {
            return (null, fault);
        }

        Assert.That(() => AnswerCodec.Encode(call.Request.Operation.Operation, ContractGeneration.V2021, call.Answer.Result), Throws.Nothing);
        return (call.Answer, null);
    }
}
