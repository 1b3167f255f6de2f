using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Router;

/// <summary>One answer written beforehand, cut where answers differ. Filling it is a handful of copies.</summary>
internal sealed class CannedEnvelope
{
    private const int TimeBytes = 24;
    private const int NumberBytes = 11;
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(5);

    private readonly List<(byte[] Literal, CannedSlot Next)> _pieces = [];
    private readonly int _fixedBytes;

    /// <summary>Cuts an answer.</summary>
    /// <param name="envelope">The whole answer.</param>
    /// <param name="relatesTo">The MessageID in it; null when it has none.</param>
    /// <param name="created">The time in it.</param>
    /// <param name="number">The person's number in it, wherever it stands.</param>
    public CannedEnvelope(ReadOnlySpan<byte> envelope, string? relatesTo, DateTimeOffset created, long number)
    {
        List<(byte[] Mark, CannedSlot Slot)> marks =
        [
            (Encoding.UTF8.GetBytes(SoapWriter.Time(created)), CannedSlot.Created),
            (Encoding.UTF8.GetBytes(SoapWriter.Time(created + Validity)), CannedSlot.Expires),
            (Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture)), CannedSlot.Number),
        ];
        if (relatesTo is not null)
            marks.Add((Encoding.UTF8.GetBytes(relatesTo), CannedSlot.RelatesTo));
        var start = 0;
        for (var at = 0; at < envelope.Length;)
        {
            var rest = envelope[at..];
            var (mark, slot) = (Array.Empty<byte>(), CannedSlot.End);
            foreach (var candidate in marks)
            {
                if (rest.StartsWith(candidate.Mark))
                    (mark, slot) = candidate;
            }

            if (slot == CannedSlot.End)
            {
                at++;
                continue;
            }

            _pieces.Add((envelope[start..at].ToArray(), slot));
            at += mark.Length;
            start = at;
        }

        _pieces.Add((envelope[start..].ToArray(), CannedSlot.End));
        _fixedBytes = _pieces.Sum(piece => piece.Literal.Length + (piece.Next is CannedSlot.Number ? NumberBytes : TimeBytes));
    }

    /// <summary>Fills the answer in.</summary>
    /// <param name="relatesTo">The request's MessageID, empty when the answer has none.</param>
    /// <param name="now">Creation time.</param>
    /// <param name="number">Eleven digits.</param>
    public ReadOnlyMemory<byte> Fill(ReadOnlySpan<byte> relatesTo, DateTimeOffset now, long number)
    {
        var answer = new byte[_fixedBytes + relatesTo.Length];
        var length = 0;
        foreach (var (literal, next) in _pieces)
        {
            literal.CopyTo(answer, length);
            length += literal.Length;
            length += Write(next, answer.AsSpan(length), relatesTo, now, number);
        }

        return answer.AsMemory(0, length);
    }

    private static int Write(CannedSlot slot, Span<byte> room, ReadOnlySpan<byte> relatesTo, DateTimeOffset now, long number)
    {
        var written = 0;
        switch (slot)
        {
            case CannedSlot.RelatesTo:
                relatesTo.CopyTo(room);
                return relatesTo.Length;
            case CannedSlot.Created:
                now.UtcDateTime.TryFormat(room, out written, SoapWriter.Milliseconds, CultureInfo.InvariantCulture);
                return written;
            case CannedSlot.Expires:
                (now + Validity).UtcDateTime.TryFormat(room, out written, SoapWriter.Milliseconds, CultureInfo.InvariantCulture);
                return written;
            case CannedSlot.Number:
                Utf8Formatter.TryFormat(number, room, out written);
                return written;
            default:
                return 0;
        }
    }
}
