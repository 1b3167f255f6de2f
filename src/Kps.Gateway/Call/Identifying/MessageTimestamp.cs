using System.Globalization;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Call.Identifying;

/// <summary>
/// Checks wsu:Timestamp where a client sends one: UTC unless it says otherwise, any number of fractional digits, five minutes of skew
/// either way (wire contracts a.2, requirements E-10). Without a Timestamp there is nothing to check.
/// </summary>
internal static class MessageTimestamp
{
    /// <summary>How far the caller's clock may be off.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Checks Created and Expires, whichever is there; without Expires a message is fresh for as long as the skew.</summary>
    /// <param name="security">A header with a Timestamp.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Null when the message is fresh; the fault says how many minutes the caller's clock is off.</returns>
    public static CallFault? Check(SecurityHeader security, DateTimeOffset now)
    {
        if (!TryRead(security.Created, out var created) || !TryRead(security.Expires, out var expires) || expires < created)
        {
            return new CallFault(FaultCode.InvalidTimestamp);
        }

        if (created is { } from && from > now + Skew)
        {
            return Expired(from - now);
        }

        return (expires ?? created) is { } until && until < now - Skew ? Expired((created ?? until) - now) : null;
    }

    private static CallFault Expired(TimeSpan off)
    {
        var minutes = Math.Abs(Math.Round(off.TotalMinutes, MidpointRounding.AwayFromZero));
        return new CallFault(
            FaultCode.MessageExpired,
            string.Create(CultureInfo.InvariantCulture, $"{Math.Min(minutes, 999_999):0} dakika {(off > TimeSpan.Zero ? "ileri" : "geri")}"));
    }

    private static bool TryRead(string? text, out DateTimeOffset? time)
    {
        time = null;
        if (text is null)
        {
            return true;
        }

        var isRead = DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var parsed);
        time = isRead ? parsed : null;
        return isRead;
    }
}
