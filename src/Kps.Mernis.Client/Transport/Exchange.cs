namespace Kps.Mernis.Transport;

/// <summary>What came of one HTTP exchange: a status and a whole body, or a failure.</summary>
internal readonly struct Exchange : IDisposable
{
    private readonly AnswerBuffer? _body;

    private Exchange(int? status, AnswerBuffer? body, TransportFailure? failure)
    {
        Status = status;
        _body = body;
        Failure = failure;
    }

    /// <summary>Null when no status line was read.</summary>
    public int? Status { get; }

    public TransportFailure? Failure { get; }

    public ArraySegment<byte> Body => _body?.Bytes ?? ArraySegment<byte>.Empty;

    /// <summary>True when NVİ cannot have answered, so one more try cannot resend an answered query.</summary>
    public bool MayRetry => Failure is TransportFailure.NotConnected or TransportFailure.ClosedBeforeAnswer;

    /// <summary>True when no connection came about, so that nothing of the message can have left.</summary>
    public bool NothingSent => Failure is TransportFailure.NotConnected or TransportFailure.NotTrusted;

    public static Exchange Answered(int status, AnswerBuffer body) => new(status, body, null);

    public static Exchange Failed(TransportFailure failure, int? status = null) => new(status, null, failure);

    public void Dispose() => _body?.Dispose();
}
