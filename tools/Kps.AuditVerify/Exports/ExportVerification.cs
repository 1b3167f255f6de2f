using System.Globalization;
using Kps.AuditVerify.Text;
using Kps.Evidence.Exports;
using Kps.Evidence.Notes;
using Kps.Evidence.Stamps;
using Kps.Evidence.Trees;

namespace Kps.AuditVerify.Exports;

/// <summary>Verifies an export: what each part does stands with it.</summary>
internal static class ExportVerification
{
    /// <summary>Verifies.</summary>
    /// <param name="directory">The export.</param>
    /// <param name="keys">Whose checkpoints are believed.</param>
    /// <param name="roots">Whose stamps are believed; null to believe none.</param>
    /// <param name="published">A copy of the published file; null when there is none.</param>
    /// <param name="output">Takes the summary.</param>
    /// <returns>What does not hold.</returns>
    /// <exception cref="VerifyException">It cannot be read.</exception>
    public static Findings Run(string directory, TrustedKeys keys, TsaRoots? roots, string? published, TextWriter output)
    {
        var findings = new Findings();
        var (files, manifest) = ExportFiles.Open(directory, findings);
        if (manifest.FirstLeaf < 0 || manifest.FirstLeaf % 256 != 0 || manifest.EndLeaf <= manifest.FirstLeaf || manifest.EndLeaf > 1L << 60 || !NoteSignature.IsKeyName(manifest.Origin))
        {
            throw new VerifyException("the manifest has numbers that cannot be");
        }

        var heads = HeadList.Read(files, manifest, keys, findings);
        var map = BatchMap.Read(files, manifest, heads, findings);
        var walk = new LeafWalk(manifest, map, heads, findings);
        walk.Run(files);
        var newest = heads.All.Count > 0 ? heads.All[^1] : default;
        CheckLinks(manifest, walk, heads, findings);
        DestroyedCheck.Run(manifest, newest, findings);
        RebaseCheck.Run(manifest, heads, walk, keys, findings);
        foreach (var surplus in manifest.Surplus)
        {
            findings.Add("surplus", surplus.Before, Text($"before leaf {surplus.Before} the log has a row that was never sealed"));
        }

        if (walk.EndRoot is not null && walk.Entries != manifest.Entries)
        {
            findings.Add("manifest", null, Text($"the manifest counts {manifest.Entries} entries, and {walk.Entries} are there"));
        }

        var stamps = new StampCheck(files, manifest, heads, findings);
        stamps.Run(roots, map);
        var compared = published is null ? (long?)null : PublishedCheck.Run(published, manifest, heads, keys, findings);
        if (published is null)
        {
            findings.Note("not held against a published file: that rows at the log's end were cut off, or all of it written anew with the log's own key, is then told by stamps alone");
        }

        Write(output, manifest, walk, heads, stamps, compared);
        return findings;
    }

    private static void CheckLinks(ExportManifest manifest, LeafWalk walk, HeadList heads, Findings findings)
    {
        if (heads.At(manifest.EndLeaf) is not { } end)
        {
            findings.Add("checkpoint-missing", manifest.EndLeaf, Text($"no checkpoint covers exactly the {manifest.EndLeaf} leaves the export ends with"));
            return;
        }

        foreach (var link in manifest.Links)
        {
            var point = Checkpoint.Of(SignedNote.Parse(link.Checkpoint));
            if (!ConsistencyProof.Verify(manifest.EndLeaf, point.Size, walk.EndRoot ?? end.Root, point.Root, link.Proof))
            {
                findings.Add("link", manifest.EndLeaf, Text($"the checkpoint over {point.Size} leaves is not proven to go on from leaf {manifest.EndLeaf}"));
            }
        }
    }

    private static void Write(TextWriter output, ExportManifest manifest, LeafWalk walk, HeadList heads, StampCheck stamps, long? published)
    {
        output.WriteLine($"log          {manifest.Origin}");
        output.WriteLine($"exported     {TimeText.Of(manifest.MadeAt)} by {Clean(manifest.By)}: {Clean(manifest.Reason)}");
        output.WriteLine(Text($"leaves       {manifest.FirstLeaf} to {manifest.EndLeaf - 1}, {walk.Entries} entries{(manifest.HasBodies ? " with bodies" : string.Empty)}"));
        if (walk.Destroyed > 0)
        {
            output.WriteLine(Text($"destroyed    {walk.Destroyed} leaves of months whose term had passed"));
        }

        output.WriteLine(Text($"checkpoints  {heads.All.Count}, {heads.Signed} signed by a trusted key, {walk.Met} met by the tree grown from the entries"));
        output.WriteLine(Text($"stamps       {stamps.Good} of {manifest.Stamps.Count}, over the first {stamps.Covered} leaves"));
        if (walk.Unknown > 0)
        {
            output.WriteLine(Text($"newer        {walk.Unknown} entries have fields this verifier does not know"));
        }

        if (published is { } compared)
        {
            output.WriteLine(Text($"published    {compared} published checkpoints are in the export"));
        }
    }

    /// <summary>Texts of others go to a terminal without what could move its cursor.</summary>
    private static string Clean(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
