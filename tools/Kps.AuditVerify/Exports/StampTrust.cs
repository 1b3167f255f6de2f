using System.Security.Cryptography;
using Kps.AuditVerify.Text;
using Kps.Evidence.Stamps;

namespace Kps.AuditVerify.Exports;

/// <summary>Whether a stamp is believed, and until when.</summary>
internal static class StampTrust
{
    /// <summary>Whether a stamp was made over these bytes, whoever made it.</summary>
    public static bool IsOver(TimeStamp token, ReadOnlySpan<byte> data) => token.Imprint.Length switch
    {
        SHA256.HashSizeInBytes => token.Imprint.Span.SequenceEqual(SHA256.HashData(data)),
        SHA384.HashSizeInBytes => token.Imprint.Span.SequenceEqual(SHA384.HashData(data)),
        SHA512.HashSizeInBytes => token.Imprint.Span.SequenceEqual(SHA512.HashData(data)),
        _ => false,
    };

    /// <summary>Why a stamp is not believed; null when it is.</summary>
    /// <param name="token">The stamp.</param>
    /// <param name="data">What it was made over.</param>
    /// <param name="renewing">Stamps over lists.</param>
    /// <param name="roots">Whom the auditor trusts.</param>
    public static string? WhyNot(TimeStamp token, ReadOnlySpan<byte> data, IReadOnlyList<StampOverList> renewing, TsaRoots roots)
    {
        if (token.Verify(data, roots) is { IsValid: false } verdict)
        {
            return $"does not hold: {verdict.Detail}";
        }

        var leaf = ReStampList.LeafOf(token.Token.Span);
        foreach (var renewal in renewing.Where(renewal => renewal.List.Has(leaf)))
        {
            if (renewal.Token.GenTime > token.SignerNotAfter || renewal.Token.GenTime < token.GenTime)
            {
                return $"was renewed at {TimeText.Of(renewal.Token.GenTime)}, not between its own time and the end of its certificate";
            }
        }

        return null;
    }
}
