using System.Globalization;
using Kps.Audit;
using Kps.Audit.Reading;
using Kps.Cli.Text;
using Kps.Evidence.Notes;

namespace Kps.Cli.AuditLog;

/// <summary>Where the rows of one call, or the row of an act, stand in the tree over the log, and the checkpoint that covers them; or that they wait for it.</summary>
internal static class SealSentence
{
    public static async Task<string> OfAsync(AuditEntry row, AuditEntry? outcome, AuditReader reader, CancellationToken cancellationToken)
    {
        var opening = await reader.FindLeafAsync(row, cancellationToken);
        if (outcome is null)
        {
            return opening is null ? "  henüz mühürlenmedi" : $"  mühürlü: {Leaf(opening)}, {Covering(opening)}";
        }

        var closing = await reader.FindLeafAsync(outcome, cancellationToken);
        return (opening, closing) switch
        {
            (null, _) => "  henüz mühürlenmedi",
            (_, null) => $"  mühürlü: {Leaf(opening)} (niyet), {Covering(opening)}; sonuç henüz mühürlenmedi",
            _ => $"  mühürlü: {Leaf(opening)} (niyet), {Leaf(closing)} (sonuç), {Covering(closing)}",
        };
    }

    private static string Leaf(SealedLeaf leaf) => string.Create(CultureInfo.InvariantCulture, $"yaprak no {leaf.Index}");

    private static string Covering(SealedLeaf leaf)
    {
        var checkpoint = Checkpoint.Of(leaf.Checkpoint);
        return string.Create(CultureInfo.InvariantCulture, $"kontrol noktası {checkpoint.Origin} {checkpoint.Size} yaprak ({Istanbul.Text(leaf.MadeAt)})");
    }
}
