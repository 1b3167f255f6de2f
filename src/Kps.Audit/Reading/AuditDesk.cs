using Kps.Audit.Acts;

namespace Kps.Audit.Reading;

/// <summary>
/// Where people read the log: nothing is handed over before it is written that it was read, by whom and, for criteria and results, why. For the command
/// line and the panel; made for one person.
/// </summary>
/// <param name="reader">Reads; stays the caller's.</param>
/// <param name="acts">Writes; stays the caller's.</param>
/// <param name="by">Who reads, as the operating system or the panel knows him.</param>
/// <param name="actorUserId">Registry number of the reader, in the panel; null at the command line.</param>
public sealed class AuditDesk(AuditReader reader, ActLog acts, string by, int? actorUserId = null)
{
    /// <summary>Fewest letters of a reason.</summary>
    public const int FewestReasonLetters = 10;

    /// <summary>Whether a reason says anything: at least <see cref="FewestReasonLetters"/> letters or digits.</summary>
    /// <param name="reason">As given.</param>
    public static bool IsReason(string? reason) => reason?.Count(char.IsLetterOrDigit) >= FewestReasonLetters;

    /// <summary>Searches calls; writes <see cref="AuditAct.LogSearched"/>.</summary>
    /// <param name="search">What to look for.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>A page; its rows stand in the log as read.</returns>
    /// <exception cref="InvalidOperationException">A person is asked for without a vault.</exception>
    public async Task<AuditPage> SearchAsync(AuditSearch search, CancellationToken ct)
    {
        var page = await reader.SearchAsync(search, ct);
        var subject = search.Subject is { } person ? await reader.NewestIndexOfAsync(person, ct) : null;
        await WriteAsync(
            AuditAct.LogSearched,
            act => act with
            {
                UserId = search.UserId,
                InstitutionId = search.InstitutionId,
                Subject = subject,
                Detail = search.ToString(),
                Rows = page.Calls.Count,
            },
            ct);
        return page;
    }

    /// <summary>Searches acts and events; writes <see cref="AuditAct.LogSearched"/>.</summary>
    /// <param name="search">What to look for.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>A page.</returns>
    public async Task<ActPage> SearchActsAsync(ActSearch search, CancellationToken ct)
    {
        var page = await reader.SearchActsAsync(search, ct);
        await WriteAsync(
            AuditAct.LogSearched,
            act => act with { UserId = search.UserId, InstitutionId = search.InstitutionId, Detail = search.ToString(), Rows = page.Acts.Count },
            ct);
        return page;
    }

    /// <summary>Finds one call, sealed; writes <see cref="AuditAct.LogSearched"/> about its number, whether there is one or not.</summary>
    /// <param name="islemNo">Its number.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when there is no such call.</returns>
    public async Task<AuditCall?> FindAsync(IslemNo islemNo, CancellationToken ct)
    {
        var call = await reader.FindAsync(islemNo, unseal: false, ct);
        await WriteAsync(AuditAct.LogSearched, act => act with { About = islemNo, Rows = call is null ? 0 : 1 }, ct);
        return call;
    }

    /// <summary>
    /// Opens criteria and result of one call; writes <see cref="AuditAct.ResultViewed"/> before it opens them, so an attempt that fails stands in the log too.
    /// </summary>
    /// <param name="islemNo">Its number.</param>
    /// <param name="reason">Why (<see cref="IsReason"/>); stands in the log for as long as it is kept.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The call with its bodies, or null when there is none: then nothing was viewed and a search is written.</returns>
    /// <exception cref="ArgumentException">No reason.</exception>
    /// <exception cref="InvalidOperationException">There is no vault.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A body cannot be opened.</exception>
    public async Task<AuditCall?> ViewResultAsync(IslemNo islemNo, string reason, CancellationToken ct)
    {
        if (!IsReason(reason))
        {
            throw new ArgumentException($"A reason has at least {FewestReasonLetters} letters.", nameof(reason));
        }

        if (await reader.FindAsync(islemNo, unseal: false, ct) is not { } call)
        {
            await WriteAsync(AuditAct.LogSearched, act => act with { About = islemNo, Reason = reason, Rows = 0 }, ct);
            return null;
        }

        await WriteAsync(
            AuditAct.ResultViewed,
            act => act with { About = islemNo, Reason = reason, UserId = call.Opening.UserId, InstitutionId = call.Opening.InstitutionId },
            ct);
        return await reader.FindAsync(islemNo, unseal: true, ct);
    }

    private async Task WriteAsync(AuditAct act, Func<ActFacts, ActFacts> say, CancellationToken ct)
    {
        var kind = actorUserId is null ? AuditKind.Act : AuditKind.PortalEvent;
        await acts.WriteAsync(say(new ActFacts(kind, act, by) { ActorUserId = actorUserId }), ct);
    }
}
