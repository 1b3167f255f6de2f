using Kps.Evidence.Notes;

namespace Kps.Audit.Sequencing;

/// <summary>Whether a node's key may sign on: it signed the newest checkpoint, or a recorded change names it as the successor of the key that did.</summary>
internal static class SealingKeyGuard
{
    /// <summary>Checks.</summary>
    /// <exception cref="TreeRefusedException">Neither: the key was exchanged without a recorded reason, or is one that was replaced.</exception>
    public static async Task CheckAsync(TreeHead head, INoteKey key, TreeTables tables, CancellationToken ct)
    {
        if (head.Note is not { } newest || HasSigned(newest, key.PublicKey.Span))
        {
            return;
        }

        if (await tables.NewestKeyChangeAsync(ct) is not var (successor, former)
            || !key.PublicKey.Span.SequenceEqual(successor)
            || !HasSigned(newest, former))
        {
            throw new TreeRefusedException(
                "The newest checkpoint in the database was not signed by the key of Sequencer:SigningKeyFile, and no recorded change leads from that key to this one. "
                + "Put the former key back, or record the change with: kps seal-key change --to FILE --reason \"…\"");
        }
    }

    /// <summary>Whether a key signed a checkpoint under the checkpoint's own origin.</summary>
    public static bool HasSigned(SignedNote note, ReadOnlySpan<byte> publicKey)
    {
        using var verifier = NoteVerifier.Of(Checkpoint.Of(note).Origin, publicKey);
        return verifier.Verifies(note);
    }
}
