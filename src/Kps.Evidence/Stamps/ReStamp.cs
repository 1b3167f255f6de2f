namespace Kps.Evidence.Stamps;

/// <summary>One step of renewal: a newer stamp and the proof that the older one stands in its list.</summary>
/// <param name="Proof">Where the older token, or a checkpoint, stands.</param>
/// <param name="Stamp">The newer stamp over the list.</param>
public sealed record ReStamp(ReStampProof Proof, TimeStamp Stamp)
{
    /// <summary>Verifies a checkpoint that no stamp of its own covers, but that stands in a re-stamped list.</summary>
    /// <param name="member">The whole checkpoint note in UTF-8.</param>
    /// <param name="roots">Who is believed.</param>
    public TimeStampVerdict Verify(ReadOnlySpan<byte> member, TsaRoots roots) =>
        Proof.Covers(member)
            ? Stamp.Verify(Proof.Stamped(), roots)
            : new TimeStampVerdict(TimeStampFault.OtherData, "It does not stand in the list that was stamped.");

    /// <summary>
    /// Verifies a stamp and all that renewed it: each newer stamp must cover the one before and must have been made while that one's certificate was still good.
    /// The whole then proves the first stamp's time, until the certificate of the last expires.
    /// </summary>
    /// <param name="data">What the first stamp was made over.</param>
    /// <param name="first">The first stamp.</param>
    /// <param name="renewals">What followed, oldest first; may be empty.</param>
    /// <param name="roots">Who is believed; roots of authorities that have ceased belong here as well.</param>
    public static TimeStampVerdict VerifyChain(ReadOnlySpan<byte> data, TimeStamp first, IReadOnlyList<ReStamp> renewals, TsaRoots roots)
    {
        var verdict = first.Verify(data, roots);
        var last = first;
        foreach (var renewal in renewals)
        {
            if (!verdict.IsValid)
            {
                return verdict;
            }

            if (renewal.Stamp.GenTime > last.SignerNotAfter || renewal.Stamp.GenTime < last.GenTime)
            {
                return new TimeStampVerdict(
                    TimeStampFault.RenewedTooLate, $"The stamp of {renewal.Stamp.GenTime:u} does not fall between {last.GenTime:u} and the end of the older certificate, {last.SignerNotAfter:u}.");
            }

            verdict = renewal.Verify(last.Token.Span, roots);
            last = renewal.Stamp;
        }

        return verdict;
    }
}
