using System.Xml;
using Kps.Contracts;
using Kps.Mernis.Services;
using Kps.Mernis.Transport;

namespace Kps.Mernis;

/// <summary>A call that knows its question and the type of its answer.</summary>
internal sealed class UpstreamCall<T>(MernisQuery<T> query, Tckn? sorgulayan, CancellationToken ct) : UpstreamCall(sorgulayan, ct)
    where T : class
{
    public override MernisService Service => query.Service;

    public override void WriteCriterion(RequestBuffer message) => query.Asks.WriteCriterion(message, query);

    public override QueryOutcome? TryRead(ArraySegment<byte> body)
    {
        try
        {
            var (value, hata) = query.Asks.ReadAnswer(body, query);
            return new QueryOutcome<T> { Value = value, Hata = hata, HttpStatus = 200 };
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public MernisReply<T> Reply(QueryOutcome outcome)
    {
        var answer = outcome as QueryOutcome<T>;
        return new MernisReply<T>
        {
            Value = answer?.Value,
            Hata = answer?.Hata,
            Fault = outcome.Fault,
            Attempts = Attempts,
            SentAt = SentAt,
            AnsweredAt = outcome.AnsweredAt,
            StsTime = StsTime,
            QueryTime = QueryTime,
        };
    }
}
