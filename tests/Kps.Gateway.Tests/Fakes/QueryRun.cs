using Kps.Contracts;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Tests.Fakes;

/// <summary>One query from its criteria to its mapped answer, against answers of NVİ given in turn.</summary>
internal sealed class QueryRun : IDisposable
{
    private readonly CannedNvi _nvi = new();
    private readonly FakeAuditLog _audit = new();
    private readonly Queue<string> _answers;

    public QueryRun(KpsOperation operation, QueryCriteria criteria, params string[] answers)
    {
        _answers = new Queue<string>(answers);
        _nvi.Router = () => _answers.TryDequeue(out var answer)
            ? answer == Lost ? throw new HttpRequestException(HttpRequestError.ConnectionError, "uydurma") : CannedNvi.Soap(200, answer)
            : throw new InvalidOperationException("Asked once too often.");
        Call = Calls.Verified();
        Call = new KpsCall(Call.Http, Call.Door, Call.IslemNo, Calls.Now, 0) { Claimant = Call.Claimant, Caller = Call.Caller };
        Call.Request = new SoapRequest
        {
            Version = SoapVersion.Soap12,
            CallerHeaders = CallerHeaders.None,
            Operation = OperationCatalog.Find(operation)!,
            Query = QueryTables.Of(operation),
            Criteria = criteria,
        };
    }

    /// <summary>In the place of an answer: the connection breaks.</summary>
    public static string Lost => "lost";

    public KpsCall Call { get; }

    /// <summary>How often NVİ was asked.</summary>
    public int Asked => _nvi.Queries;

    /// <summary>The fault, or null when <see cref="KpsCall.Answer"/> is there.</summary>
    public async Task<CallFault?> RunAsync() =>
        Call.Request.Query!.Check(Call)
        ?? await new ForwardStage(_audit, new UpstreamForwarder(_nvi.Client)).RunAsync(Call, CancellationToken.None)
        ?? await Stages.Map().RunAsync(Call, CancellationToken.None);

    public void Dispose()
    {
        _nvi.Dispose();
        Call.Dispose();
    }
}
