using Kps.Audit.Acts;
using Kps.Audit.Entry;
using Kps.Evidence.Notes;

namespace Kps.Audit.Sequencing;

/// <summary>
/// The one way on after rows were lost: a recorded act, with its reason, that lets the tree go on from what the database has. It changes the log's name
/// on checkpoints, so that nobody can take the new history for the old one; what was published before stays valid and stays proof of the loss.
/// </summary>
/// <param name="options">Connection, origin and published file, as the sequencer has them.</param>
/// <param name="gatewayConnectionString">Of role kps_gateway, which writes the row of the act.</param>
/// <param name="time">The clock of that row.</param>
public sealed class TreeRebase(SequencerOptions options, string gatewayConnectionString, TimeProvider time)
{
    /// <summary>Longest reason, in bytes of UTF-8; a longer one is cut.</summary>
    public const int MaxReasonBytes = EntryLimits.ActReasonBytes;

    private const string Node = "kps-audit-rebase";

    /// <summary>Does it. No node may be sealing.</summary>
    /// <param name="reason">Why, in the operator's words; stands in the log for ever.</param>
    /// <param name="actor">Who, as the operating system knows him.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="ArgumentException">There is no reason.</exception>
    /// <exception cref="InvalidOperationException">A node seals, or the tree continues what was published and there is nothing to do.</exception>
    /// <exception cref="TreeRefusedException">The tree is damaged or another log's; a re-base would not help.</exception>
    public async Task<RebaseReport> PerformAsync(string reason, string actor, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var origin = options.Origin ?? throw new InvalidOperationException("The log has no origin.");
        await using var session = await SequencerSession.OpenAsync(options.ConnectionString, ct);
        if (!await session.TryLeadAsync(ct))
        {
            throw new InvalidOperationException("A node is sealing; where one does, nothing was set back.");
        }

        var head = await session.Tables.HeadAsync(ct);
        var published = new PublishedFile(options.PublishedFile ?? throw new InvalidOperationException("There is no file of published checkpoints.")).Last()
            ?? throw new InvalidOperationException("Nothing was published, so there is nothing to re-base from.");
        var known = Checkpoint.Of(published);
        var generation = TreeHead.GenerationOf(known.Origin, origin)
            ?? throw new TreeRefusedException($"The published checkpoint is that of the log '{known.Origin}'; this one is '{origin}'.");
        if (await ContinuesAsync(published, head, session, origin, ct))
        {
            throw new InvalidOperationException("The tree continues what was published: there is nothing to re-base.");
        }

        var islemNo = await WriteActAsync(reason, actor, head, known, ct);
        var next = Math.Max(generation, head.Generation) + 1;
        await session.Tables.RebaseAsync(next, islemNo, head, published, ct);
        return new RebaseReport(islemNo, TreeHead.OriginOf(origin, next), head.Size, known.Origin, known.Size);
    }

    private static async Task<bool> ContinuesAsync(SignedNote published, TreeHead head, SequencerSession session, string origin, CancellationToken ct)
    {
        try
        {
            await TreeGuard.CheckAsync(published, head, session.Tables, origin, ct);
            return true;
        }
        catch (TreeRefusedException)
        {
            return false;
        }
        catch (InvalidDataException e)
        {
            throw new TreeRefusedException(e.Message);
        }
    }

    private async Task<IslemNo> WriteActAsync(string reason, string actor, TreeHead head, Checkpoint known, CancellationToken ct)
    {
        await using var acts = new ActLog(gatewayConnectionString, Node, time);
        return await acts.WriteAsync(
            new ActFacts(AuditKind.Act, AuditAct.TreeRebased, actor)
            {
                Reason = reason,
                TreeSize = head.Size,
                TreeRoot = head.Root.ToArray(),
                PublishedSize = known.Size,
                PublishedRoot = known.Root.ToArray(),
            },
            ct);
    }
}
