using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Kps.Audit.Reading;

/// <summary>Where a page ended: rows go by time, then number, newest first.</summary>
/// <param name="RecordedAt">Time of the last row shown, or the time back to which everything has been looked at.</param>
/// <param name="IslemNo">Its number; the default one stands before every row of that time.</param>
public readonly record struct AuditPosition(DateTimeOffset RecordedAt, IslemNo IslemNo)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
    private const char Divider = '/';

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">At most 64 characters.</param>
    /// <param name="position">The position.</param>
    /// <returns>False when the text is none.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out AuditPosition position)
    {
        position = default;
        var islemNo = default(IslemNo);
        if (text is not { Length: <= 64 }
            || text.Split(Divider) is not [var time, var number]
            || !DateTimeOffset.TryParseExact(
                time, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var recordedAt)
            || (number.Length > 0 && !IslemNo.TryParse(number, out islemNo)))
        {
            return false;
        }

        position = new AuditPosition(recordedAt, islemNo);
        return true;
    }

    /// <summary><c>2026-11-22T09:30:00.000000Z/000020000004N</c>; holds no personal data.</summary>
    public override string ToString() =>
        RecordedAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) + Divider + (IslemNo == default ? string.Empty : IslemNo.ToString());
}
