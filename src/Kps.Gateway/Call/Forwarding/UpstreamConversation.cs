using System.Diagnostics;
using Kps.Audit;
using Kps.Mernis;

namespace Kps.Gateway.Call.Forwarding;

/// <summary>
/// What one call says to NVİ: one query, or two where an answer takes two services. All of it happens under one ticket and within one budget, and comes
/// out as one account for the outcome row.
/// </summary>
internal sealed class UpstreamConversation(UpstreamForwarder forwarder, AuditTicket ticket, MernisCaller caller)
{
    private long _started;

    /// <summary>The account of everything said so far; null while nothing was.</summary>
    public UpstreamAccount? Account { get; private set; }

    /// <summary>Asks NVİ once more.</summary>
    /// <param name="query">What is asked.</param>
    /// <returns>The answer or the fault; after a fault there is nothing more to ask.</returns>
    /// <typeparam name="T">What the service answers.</typeparam>
    public async ValueTask<MernisReply<T>> AskAsync<T>(MernisQuery<T> query)
        where T : class
    {
        if (Account is null)
        {
            _started = Stopwatch.GetTimestamp();
        }

        var spent = Account is null ? TimeSpan.Zero : Stopwatch.GetElapsedTime(_started);
        var reply = await forwarder.SendAsync(ticket, query, caller, spent);
        Account = Account?.And(reply) ?? UpstreamAccount.Of(reply);
        return reply;
    }
}
