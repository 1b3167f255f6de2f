using System.Net;
using Kps.Audit;
using Kps.Gateway.Call.Callers;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Identifying;
using Kps.Gateway.Call.Listening;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Tokens;
using Kps.Gateway.Call.Verifying;

namespace Kps.Gateway.Call;

/// <summary>
/// The one record of a call: opened on arrival, filled on the way by the stage each property names, read by the audit and the answer.
/// </summary>
internal sealed class KpsCall : IDisposable
{
    private Once<RequestBody> _body;
    private Once<SoapRequest> _request;
    private Once<Claimant> _claimant;
    private Once<Caller> _caller;
    private Once<PresentedToken> _token;
    private Once<CallerStatement> _statement;
    private Once<IssuedToken> _issued;
    private Once<AuditTicket> _ticket;
    private Once<UpstreamAccount> _upstream;
    private Once<object> _found;
    private Once<MappedAnswer> _answer;
    private Action? _whenEnded;

    /// <summary>Opens the record of a call that has just arrived.</summary>
    /// <param name="http">The exchange it came in by.</param>
    /// <param name="door">The door.</param>
    /// <param name="islemNo">Its number, given to the caller whatever happens.</param>
    /// <param name="receivedAt">Now, UTC.</param>
    /// <param name="startTimestamp">Now, of the monotonic clock.</param>
    public KpsCall(HttpContext http, AuditDoor door, IslemNo islemNo, DateTimeOffset receivedAt, long startTimestamp)
    {
        Http = http;
        Door = door;
        IslemNo = islemNo;
        ReceivedAt = receivedAt;
        StartTimestamp = startTimestamp;
        CallerAddress = http.Connection.RemoteIpAddress;
    }

    public HttpContext Http { get; }

    public AuditDoor Door { get; }

    public IslemNo IslemNo { get; }

    public DateTimeOffset ReceivedAt { get; }

    public long StartTimestamp { get; }

    /// <summary>The address the rules are checked against: the peer's, or what a trusted proxy vouches for. Null is refused.</summary>
    public IPAddress? CallerAddress { get; }

    /// <summary>What a reader of the log should notice; any stage may add.</summary>
    public AuditMarks Marks { get; set; }

    /// <summary>The SOAP version to answer in: guessed from the content type by Listen, settled by the envelope in Parse.</summary>
    public SoapVersion AnswerVersion { get; set; } = SoapVersion.Soap11;

    /// <summary>What the reply's header must repeat or add; settled by Parse as far as it could read.</summary>
    public AnswerHeaders AnswerHeaders { get; set; } = AnswerHeaders.None;

    /// <summary>Written by Listen.</summary>
    public RequestBody Body { get => _body.Get(nameof(Body)); set => _body.Set(value, nameof(Body)); }

    /// <summary>Written by Parse.</summary>
    public SoapRequest Request { get => _request.Get(nameof(Request)); set => _request.Set(value, nameof(Request)); }

    /// <summary>Null when the walk ended before Parse had understood the envelope.</summary>
    public SoapRequest? RequestIfParsed => _request.GetOrDefault();

    /// <summary>Who the caller says he is. Written by Identify.</summary>
    public Claimant Claimant { get => _claimant.Get(nameof(Claimant)); set => _claimant.Set(value, nameof(Claimant)); }

    /// <summary>Null when the walk ended before Identify.</summary>
    public Claimant? ClaimantIfIdentified => _claimant.GetOrDefault();

    /// <summary>The genuine token of the call, honoured or not. Written by VerifyToken.</summary>
    public PresentedToken Token { get => _token.Get(nameof(Token)); set => _token.Set(value, nameof(Token)); }

    /// <summary>Null where no token was presented or it is not genuine.</summary>
    public PresentedToken? TokenIfGenuine => _token.GetOrDefault();

    /// <summary>What the caller headers say. Written by CheckCaller; read it by <see cref="CallerStatement.Of"/>.</summary>
    public CallerStatement Statement { set => _statement.Set(value, nameof(Statement)); }

    /// <summary>Null when the walk ended before CheckCaller.</summary>
    public CallerStatement? StatementIfChecked => _statement.GetOrDefault();

    /// <summary>The token that will leave. Written by IssueToken, at the token door.</summary>
    public IssuedToken Issued { get => _issued.Get(nameof(Issued)); set => _issued.Set(value, nameof(Issued)); }

    /// <summary>Null where no token is issued.</summary>
    public IssuedToken? IssuedIfAny => _issued.GetOrDefault();

    /// <summary>Who the caller is. Written by VerifyPassword or VerifyToken, and by nothing else.</summary>
    public Caller Caller { get => _caller.Get(nameof(Caller)); set => _caller.Set(value, nameof(Caller)); }

    /// <summary>Null until the right password has come from the right place.</summary>
    public Caller? CallerIfVerified => _caller.GetOrDefault();

    /// <summary>Proof of the written intent. Written by Forward.</summary>
    public AuditTicket Ticket { get => _ticket.Get(nameof(Ticket)); set => _ticket.Set(value, nameof(Ticket)); }

    /// <summary>Null while no intent stands: then the end of the call is a refusal.</summary>
    public AuditTicket? TicketIfOpened => _ticket.GetOrDefault();

    /// <summary>The account of what was said to NVİ and came back. Written by Forward, where anything was asked.</summary>
    public UpstreamAccount Upstream { set => _upstream.Set(value, nameof(Upstream)); }

    /// <summary>Null when nothing was forwarded.</summary>
    public UpstreamAccount? UpstreamIfAsked => _upstream.GetOrDefault();

    /// <summary>What the call's query has found, for its own Map. Written by Forward.</summary>
    public object Found { get => _found.Get(nameof(Found)); set => _found.Set(value, nameof(Found)); }

    /// <summary>The answer in the caller's contract. Written by Map.</summary>
    public MappedAnswer Answer { get => _answer.Get(nameof(Answer)); set => _answer.Set(value, nameof(Answer)); }

    /// <summary>Null when the walk ended before Map.</summary>
    public MappedAnswer? AnswerIfMapped => _answer.GetOrDefault();

    /// <summary>How long the outcome row took to become durable; zero until then and where there is none. Written by Audit.</summary>
    public TimeSpan OutcomeCommitTime { get; set; }

    /// <summary>Registers the one thing Admit must undo when the call is over, however it ends.</summary>
    public void WhenEnded(Action undo) => _whenEnded = undo;

    /// <summary>Gives back the request's buffer and the call's place.</summary>
    public void Dispose()
    {
        Interlocked.Exchange(ref _whenEnded, null)?.Invoke();
        if (_body.IsWritten)
        {
            _body.Get(nameof(Body)).Dispose();
        }
    }

    /// <summary>The number only.</summary>
    public override string ToString() => IslemNo.ToString();
}
