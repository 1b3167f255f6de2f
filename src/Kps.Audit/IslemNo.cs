using System.Diagnostics.CodeAnalysis;

namespace Kps.Audit;

/// <summary>
/// The number of one call: short, speakable, with a check character, the same in log, answer, fault and mail. Sixty bits, the process
/// prefix in the high 24 and a counter in the low 36, written as twelve Crockford base-32 digits and the Crockford check (mod 37).
/// </summary>
/// <remarks>
/// A number whose check would be one of <c>* ~ $ = U</c> is never issued, so all thirteen characters are plain letters or digits.
/// </remarks>
public readonly record struct IslemNo : IComparable<IslemNo>
{
    /// <summary>Length of the written form.</summary>
    public const int TextLength = 13;

    internal const int CounterBits = 36;
    internal const long CounterMask = (1L << CounterBits) - 1;
    internal const int MaxPrefix = (1 << 24) - 1;
    private const int Digits = 12;
    private const int CheckModulus = 37;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private IslemNo(long value) => Value = value;

    /// <summary>The number as it is stored (islem_no bigint), 0 … 2^60−1; 0 is never issued.</summary>
    public long Value { get; }

    /// <summary>The registered prefix of the process that issued it (audit.process).</summary>
    public int Prefix => (int)(Value >> CounterBits);

    /// <summary>Takes a stored number.</summary>
    /// <param name="value">islem_no.</param>
    /// <param name="islemNo">The typed number.</param>
    /// <returns>False when the number can never have been issued.</returns>
    public static bool TryCreate(long value, out IslemNo islemNo)
    {
        var issuable = value is > 0 and < 1L << 60 && value % CheckModulus < Alphabet.Length;
        islemNo = issuable ? new IslemNo(value) : default;
        return issuable;
    }

    /// <summary>
    /// Reads a number as people write it: any case, hyphens and blanks anywhere, O for 0, I and L for 1.
    /// </summary>
    /// <param name="text">At most 64 characters.</param>
    /// <param name="islemNo">The number.</param>
    /// <returns>False when it is not thirteen characters or the check is wrong.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out IslemNo islemNo)
    {
        islemNo = default;
        if (text is null || text.Length > 64)
        {
            return false;
        }

        long value = 0;
        var seen = 0;
        var check = -1;
        foreach (var character in text)
        {
            if (character is '-' or ' ')
            {
                continue;
            }

            var digit = DigitOf(character);
            if (digit < 0 || seen == TextLength)
            {
                return false;
            }

            if (seen < Digits)
            {
                value = (value << 5) | (uint)digit;
            }
            else
            {
                check = digit;
            }

            seen++;
        }

        return seen == TextLength && value % CheckModulus == check && TryCreate(value, out islemNo);
    }

    /// <summary>Thirteen characters, e.g. <c>000020000004N</c>.</summary>
    public override string ToString() => string.Create(TextLength, Value, static (text, value) =>
    {
        text[Digits] = Alphabet[(int)(value % CheckModulus)];
        for (var position = Digits - 1; position >= 0; position--)
        {
            text[position] = Alphabet[(int)(value & 31)];
            value >>= 5;
        }
    });

    /// <summary>By number: within one process, by issue.</summary>
    public int CompareTo(IslemNo other) => Value.CompareTo(other.Value);

    private static int DigitOf(char character) => char.ToUpperInvariant(character) switch
    {
        'O' => 0,
        'I' or 'L' => 1,
        var upper => Alphabet.IndexOf(upper, StringComparison.Ordinal),
    };
}
