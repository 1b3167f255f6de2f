using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Kps.Contracts;

/// <summary>
/// A T.C. kimlik no, foreigner number (YKN) or blue-card number: eleven digits, the first not zero, the last two a checksum.
/// The type exists so that a number cannot slip into a log line: <see cref="ToString()"/> masks it.
/// </summary>
/// <remarks>
/// Rules: wire contracts (d). d10 = ((d1+d3+d5+d7+d9)·7 − (d2+d4+d6+d8)) mod 10; d11 = (d1+…+d10) mod 10.
/// No independent source confirms the checksum for numbers that start with 9, so <see cref="IsPlausible"/> lets those through.
/// </remarks>
[JsonConverter(typeof(MaskedTcknConverter))]
public readonly record struct Tckn : ISpanFormattable
{
    private const long Smallest = 10_000_000_000;
    private const long Largest = 99_999_999_999;

    private readonly long _value;

    private Tckn(long value) => _value = value;

    /// <summary>The number itself, for the wire and the seal only. Never format it into text a human or a log reads.</summary>
    public long Value => _value;

    /// <summary>True for numbers that start with 9: foreigners' registers (98…, 99…).</summary>
    public bool IsForeignRange => _value >= 90_000_000_000;

    /// <summary>True when both check digits are right.</summary>
    public bool HasValidChecksum => ChecksumHolds(_value);

    /// <summary>
    /// True when the number may be asked for upstream: the checksum holds, or it starts with 9 (then NVİ decides and the audit row marks it).
    /// </summary>
    public bool IsPlausible => _value is >= Smallest and <= Largest && (IsForeignRange || ChecksumHolds(_value));

    /// <summary>Takes any number of eleven digits whose first is not zero; the checksum is not asked for.</summary>
    /// <param name="value">The number as it stands in <c>kimlikNo</c> (xs:long).</param>
    /// <param name="tckn">The typed number when the shape is right.</param>
    /// <returns>False when the shape is wrong.</returns>
    public static bool TryCreate(long value, out Tckn tckn)
    {
        tckn = value is >= Smallest and <= Largest ? new Tckn(value) : default;
        return tckn._value != 0;
    }

    /// <summary>Reads exactly eleven ASCII digits.</summary>
    /// <param name="text">Text as typed or as on the wire; no blanks, no sign.</param>
    /// <param name="tckn">The typed number when the shape is right.</param>
    /// <returns>False when the text is anything else.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Tckn tckn)
    {
        tckn = default;
        return text is { Length: 11 }
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && TryCreate(value, out tckn);
    }

    /// <summary>Completes nine leading digits with both check digits.</summary>
    /// <param name="firstNine">100000000 … 999999999.</param>
    /// <returns>A number whose checksum holds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value has not nine digits.</exception>
    public static Tckn FromFirstNine(int firstNine)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstNine, 100_000_000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstNine, 999_999_999);
        var (tenth, eleventh) = CheckDigits(firstNine);
        return new Tckn((firstNine * 100L) + (tenth * 10) + eleventh);
    }

    /// <summary>The masked form, first three and last three digits: <c>123*****890</c> (KVKK guideline on the TCKN, 16.01.2024).</summary>
    /// <returns>Eleven characters, five of them stars; all stars for the empty value.</returns>
    public override string ToString() =>
        _value == 0
            ? "***********"
            : string.Create(CultureInfo.InvariantCulture, $"{_value / 100_000_000:D3}*****{_value % 1000:D3}");

    /// <summary>Always the masked form, whatever the format asks for.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>Always the masked form, so that interpolated strings cannot leak the number.</summary>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var masked = ToString();
        charsWritten = masked.TryCopyTo(destination) ? masked.Length : 0;
        return charsWritten > 0;
    }

    private static bool ChecksumHolds(long value)
    {
        if (value is < Smallest or > Largest)
        {
            return false;
        }

        var (tenth, eleventh) = CheckDigits((int)(value / 100));
        return value % 100 == (tenth * 10) + eleventh;
    }

    private static (int Tenth, int Eleventh) CheckDigits(int firstNine)
    {
        int odd = 0, even = 0, rest = firstNine;
        for (var position = 9; position >= 1; position--)
        {
            var digit = rest % 10;
            rest /= 10;
            if (position % 2 == 1)
            {
                odd += digit;
            }
            else
            {
                even += digit;
            }
        }

        var tenth = ((((odd * 7) - even) % 10) + 10) % 10;
        return (tenth, (odd + even + tenth) % 10);
    }
}
