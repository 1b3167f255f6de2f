using System.Text;

namespace Kps.Audit.Entry;

/// <summary>
/// Brings text from outside into an entry: no control characters, bounded, and no eleven digits in a row, because a T.C. kimlik no must
/// not stand in clear in the book however it came in. Allocates nothing.
/// </summary>
internal static class CleanText
{
    private const int IdentityDigits = 11;
    private const char Mask = '#';

    /// <summary>Writes free text as UTF-8.</summary>
    /// <param name="text">Anything; blanks at both ends are dropped.</param>
    /// <param name="destination">Room for the limit.</param>
    /// <param name="limit">Most bytes to write; longer text is cut and ends in <c>…</c>.</param>
    /// <returns>Bytes written.</returns>
    public static int Write(ReadOnlySpan<char> text, Span<byte> destination, int limit)
    {
        const int EllipsisBytes = 3;
        text = text.Trim();
        int written = 0, cut = 0, digits = 0, index = 0;
        while (index < text.Length)
        {
            if (Rune.DecodeFromUtf16(text[index..], out var rune, out var consumed) != System.Buffers.OperationStatus.Done)
            {
                rune = Rune.ReplacementChar;
            }

            if (Rune.IsDigit(rune) && digits == 0)
            {
                digits = DigitsFrom(text[index..]);
            }
            else if (!Rune.IsDigit(rune))
            {
                digits = 0;
            }

            rune = digits >= IdentityDigits ? new Rune(Mask) : IsPrintable(rune) ? rune : new Rune(' ');
            if (written + rune.Utf8SequenceLength > limit)
            {
                return cut + Encoding.UTF8.GetBytes("…", destination[cut..]);
            }

            written += rune.EncodeToUtf8(destination[written..]);
            cut = written <= limit - EllipsisBytes ? written : cut;
            index += consumed;
        }

        return written;
    }

    /// <summary>Writes a machine word: ASCII letters, digits and <c>.:_-</c>; anything else becomes <c>_</c>, the rest after the limit is dropped.</summary>
    /// <param name="word">The word.</param>
    /// <param name="destination">Room for the limit.</param>
    /// <param name="limit">Most bytes to write.</param>
    /// <returns>Bytes written.</returns>
    public static int WriteWord(ReadOnlySpan<char> word, Span<byte> destination, int limit)
    {
        int written = 0, digits = 0;
        for (; written < word.Length && written < limit; written++)
        {
            var character = word[written];
            if (!char.IsAsciiDigit(character))
            {
                digits = 0;
            }
            else if (digits == 0)
            {
                digits = DigitsFrom(word[written..]);
            }

            destination[written] = (byte)(digits >= IdentityDigits ? Mask : IsWord(character) ? character : '_');
        }

        return written;
    }

    private static int DigitsFrom(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsDigit(rune))
            {
                break;
            }

            count++;
        }

        return count;
    }

    private static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or ':' or '_' or '-';

    private static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
        or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator);
}
