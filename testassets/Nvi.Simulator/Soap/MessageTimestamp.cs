using System.Globalization;
using System.Xml;

namespace Nvi.Simulator.Soap;

/// <summary>Judges a wsu:Timestamp by WCF's rule: five minutes of validity and five minutes of clock skew either way (wire contracts b.3).</summary>
internal static class MessageTimestamp
{
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan TurkishTime = TimeSpan.FromHours(3);

    /// <summary>True when the timestamp is whole and fresh.</summary>
    /// <param name="timestamp">The wsu:Timestamp element.</param>
    /// <param name="now">The server's clock.</param>
    public static bool IsFresh(XmlElement timestamp, DateTimeOffset now)
    {
        var created = Read(timestamp, "Created", now);
        var expires = Read(timestamp, "Expires", now);
        return created is { } from && expires is { } to
            && from <= to
            && to > now - Skew
            && from < now + Skew
            && from > now - Validity - Skew;
    }

    // One client of the real STS writes its local time without a zone (wire contracts b.4): taken as Turkish time when that is the nearer reading.
    private static DateTimeOffset? Read(XmlElement timestamp, string name, DateTimeOffset now)
    {
        var text = timestamp.OnlyChild(name, Ns.Utility)?.InnerText.Trim();
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
            return null;
        if (time.Kind != DateTimeKind.Unspecified)
            return new DateTimeOffset(time.ToUniversalTime(), TimeSpan.Zero);
        var asUtc = new DateTimeOffset(time, TimeSpan.Zero);
        return (asUtc - now).Duration() <= (asUtc - TurkishTime - now).Duration() ? asUtc : asUtc - TurkishTime;
    }
}
