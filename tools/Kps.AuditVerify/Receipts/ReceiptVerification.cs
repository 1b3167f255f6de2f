using System.Globalization;
using System.Text;
using Kps.AuditVerify.Entries;
using Kps.AuditVerify.Exports;
using Kps.AuditVerify.Text;
using Kps.Evidence.Notes;
using Kps.Evidence.Receipts;
using Kps.Evidence.Stamps;
using Kps.Evidence.Trees;

namespace Kps.AuditVerify.Receipts;

/// <summary>Verifies the receipt of one call.</summary>
internal static class ReceiptVerification
{
    /// <summary>Verifies.</summary>
    /// <param name="path">The receipt.</param>
    /// <param name="keys">Whose checkpoints are believed.</param>
    /// <param name="roots">Whose stamps are believed; null to believe none.</param>
    /// <param name="output">Takes the summary.</param>
    /// <returns>What does not hold.</returns>
    /// <exception cref="VerifyException">It cannot be read.</exception>
    public static Findings Run(string path, TrustedKeys keys, TsaRoots? roots, TextWriter output)
    {
        var findings = new Findings();
        var receipt = Read(path);
        if (receipt.Entries.Count == 0 || receipt.Checkpoints.Count == 0 || !NoteSignature.IsKeyName(receipt.Origin))
        {
            throw new VerifyException("the receipt proves nothing: it has no entry, no checkpoint or no log");
        }

        output.WriteLine($"log          {receipt.Origin}");
        output.WriteLine($"receipt      işlem {new string([.. receipt.IslemNo.Where(char.IsAsciiLetterOrDigit)])}, made {TimeText.Of(receipt.MadeAt)}");
        foreach (var entry in receipt.Entries)
        {
            CheckEntry(receipt, entry, findings, output);
        }

        foreach (var checkpoint in receipt.Checkpoints)
        {
            try
            {
                CheckCheckpoint(receipt, checkpoint, keys, roots, findings, output);
            }
            catch (FormatException e)
            {
                findings.Add("checkpoint-signature", null, $"a checkpoint or stamp cannot be read: {e.Message}");
            }
        }

        if (receipt.Checkpoints.All(checkpoint => checkpoint.Stamps.Count == 0))
        {
            findings.Note("no outside stamp covers the call yet: its time rests on the log's word alone");
        }

        return findings;
    }

    private static Receipt Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Length <= Receipt.MaxBytes ? Receipt.Parse(File.ReadAllBytes(path)) : throw new FormatException($"it is longer than {Receipt.MaxBytes} bytes");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new VerifyException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static void CheckEntry(Receipt receipt, ReceiptEntry entry, Findings findings, TextWriter output)
    {
        if (EntryForm.Check(entry.Entry, out var facts) is { } flaw)
        {
            findings.Add("entry-form", entry.Leaf, Text($"leaf {entry.Leaf}: the entry is not canonical: {flaw}"));
        }
        else if (IslemNoText.Of(facts.IslemNo) != receipt.IslemNo)
        {
            findings.Add("entry-form", entry.Leaf, Text($"leaf {entry.Leaf}: the entry is of işlem {IslemNoText.Of(facts.IslemNo)}, not of the receipt's"));
        }
        else
        {
            output.WriteLine(Text($"row          {facts.Kind} of {TimeText.Of(facts.RecordedAt)}, leaf {entry.Leaf}"));
        }
    }

    private static void CheckCheckpoint(Receipt receipt, ReceiptCheckpoint checkpoint, TrustedKeys keys, TsaRoots? roots, Findings findings, TextWriter output)
    {
        var note = SignedNote.Parse(checkpoint.Note);
        var point = Checkpoint.Of(note);
        output.WriteLine(Text($"checkpoint   {point.Origin}, {point.Size} leaves, {checkpoint.Stamps.Count} stamps"));
        if (TrustedKeys.GenerationOf(point.Origin, receipt.Origin) is null || !keys.Verify(note, point.Origin, receipt.Origin))
        {
            findings.Add("checkpoint-signature", null, Text($"the checkpoint '{point.Origin}' over {point.Size} leaves bears no signature of a trusted key"));
        }

        for (var index = 0; index < receipt.Entries.Count; index++)
        {
            var entry = receipt.Entries[index];
            if (checkpoint.Proofs.Count != receipt.Entries.Count
                || !InclusionProof.Verify(entry.Leaf, point.Size, TreeHash.OfLeaf(entry.Entry), checkpoint.Proofs[index], point.Root))
            {
                findings.Add("inclusion", entry.Leaf, Text($"leaf {entry.Leaf}: this entry is not proven to be under the checkpoint over {point.Size} leaves"));
            }
        }

        var data = Encoding.UTF8.GetBytes(checkpoint.Note);
        foreach (var stamp in checkpoint.Stamps)
        {
            CheckStamp(stamp, data, point.Size, roots, findings, output);
        }
    }

    private static void CheckStamp(ReceiptStamp stamp, byte[] data, long size, TsaRoots? roots, Findings findings, TextWriter output)
    {
        var token = TimeStamp.Parse(stamp.Token);
        var renewals = stamp.Renewals.Select(renewal => new ReStamp(renewal.Proof, TimeStamp.Parse(renewal.Token))).ToList();
        if (!StampTrust.IsOver(token, data))
        {
            findings.Add("stamp", null, Text($"a stamp on the checkpoint over {size} leaves was made over something else"));
        }
        else if (roots is null)
        {
            findings.Note($"a stamp of {TimeText.Of(token.GenTime)} was not held against any authority: give its certificates with --tsa-roots");
        }
        else if (ReStamp.VerifyChain(data, token, renewals, roots) is { IsValid: false } verdict)
        {
            findings.Add("stamp", null, Text($"a stamp on the checkpoint over {size} leaves does not hold: {verdict.Detail}"));
        }
        else
        {
            output.WriteLine($"stamp        {TimeText.Of(token.GenTime)} by {new string([.. token.Signer.Where(character => !char.IsControl(character))])}");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
