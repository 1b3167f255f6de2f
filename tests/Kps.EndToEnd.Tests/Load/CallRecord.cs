using Kps.EndToEnd.Tests.Harness;
using Kps.Gateway.Call;

namespace Kps.EndToEnd.Tests.Load;

/// <summary>One line of the client's own book.</summary>
/// <param name="End">How it ended.</param>
/// <param name="IslemNo">Null when nothing came.</param>
/// <param name="Kod">0 = answered; else the Kod of the fault or HataBilgisi, -1 when nothing came.</param>
/// <param name="Elapsed">From the first octet out to the last one in.</param>
/// <param name="Text">The answer, or why there is none.</param>
internal sealed record CallRecord(CallEnd End, string? IslemNo, int Kod, TimeSpan Elapsed, string Text)
{
    /// <summary>Reads an answer.</summary>
    public static CallRecord Of(SoapReply reply, TimeSpan elapsed)
    {
        var kod = reply.IsFault ? reply.FaultKod : reply.ResultHataKod ?? 0;
        var end = kod switch
        {
            0 => CallEnd.Answered,
            (int)FaultCode.AuditUnavailable => CallEnd.Withheld,
            >= (int)FaultCode.NviUnreachable and < (int)FaultCode.AuditUnavailable => CallEnd.Failed,
            _ => CallEnd.Refused,
        };
        return new CallRecord(end, reply.IslemNo, kod, elapsed, reply.Text);
    }

    /// <summary>A call the connection of which broke.</summary>
    public static CallRecord Broken(Exception cause, TimeSpan elapsed) => new(CallEnd.NoAnswer, null, -1, elapsed, cause.Message);

    public override string ToString() => $"{End} {Kod} after {Elapsed.TotalSeconds:F1} s: {Text}";
}
