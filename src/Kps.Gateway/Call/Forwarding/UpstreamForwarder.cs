using Kps.Audit;
using Kps.Contracts;
using Kps.Mernis;
using Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Call.Forwarding;

/// <summary>
/// The only way to NVİ. It asks for a ticket that only the audit log can make, so code cannot forward what has not been written down
/// (design §4.1).
/// </summary>
internal sealed class UpstreamForwarder(MernisClient mernis)
{
    /// <summary>Asks NVİ for one number. Not cancelled when the caller hangs up: the query may have been counted, and its outcome belongs in the log.</summary>
    /// <param name="ticket">Proof of the written intent.</param>
    /// <param name="kimlikNo">The number asked for.</param>
    /// <param name="caller">Who asks, as far as NVİ may be told.</param>
    /// <returns>The answer or the upstream fault.</returns>
    public Task<MernisReply<BilesikKutukBilgileri>> SendAsync(AuditTicket ticket, Tckn kimlikNo, MernisCaller caller)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return mernis.SorgulaAsync(MernisQueries.BilesikKutuk(kimlikNo), caller, CancellationToken.None);
    }
}
