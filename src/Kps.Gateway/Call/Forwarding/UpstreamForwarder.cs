using Kps.Audit;
using Kps.Mernis;

namespace Kps.Gateway.Call.Forwarding;

/// <summary>
/// The only way to NVİ. It asks for a ticket that only the audit log can make, so code cannot forward what has not been written down
/// (design §4.1).
/// </summary>
internal sealed class UpstreamForwarder(MernisClient mernis)
{
    /// <summary>Asks NVİ once. Not cancelled when the caller hangs up: the query may have been counted, and its outcome belongs in the log.</summary>
    /// <param name="ticket">Proof of the written intent.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="caller">Who asks, as far as NVİ may be told.</param>
    /// <param name="spent">What the queries before it have taken of the call's time.</param>
    /// <returns>The answer or the upstream fault.</returns>
    /// <typeparam name="T">What the service answers.</typeparam>
    public Task<MernisReply<T>> SendAsync<T>(AuditTicket ticket, MernisQuery<T> query, MernisCaller caller, TimeSpan spent)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return mernis.SorgulaAsync(query, caller, mernis.TotalTimeout - spent, CancellationToken.None);
    }
}
