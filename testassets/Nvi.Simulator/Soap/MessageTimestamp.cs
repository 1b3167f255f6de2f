using System.Globalization;
using System.Xml;

namespace Nvi.Simulator.Soap;

/// <summary>Judges a wsu:Timestamp by WCF's rule: five minutes of validity and five minutes of clock skew either way (wire contracts b.3).</summary>
internal static class MessageTimestamp
{
    private const string XsdDateTime = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan TurkishTime = TimeSpan.FromHours(3);

    /// <summary>True when the timestamp is whole and fresh.</summary>
    /// <param name="timestamp">The wsu:Timestamp element.</param>
    /// <param name="now">The server's clock.</param>
    /// <param name="acceptsLocalTime">True at the STS, which takes times without a zone; the router demands Z or an offset.</param>
    public static bool IsFresh(XmlElement timestamp, DateTimeOffset now, bool acceptsLocalTime)
    {
        var created = Read(timestamp, "Created", now, acceptsLocalTime);
        var expires = Read(timestamp, "Expires", now, acceptsLocalTime);
        return created is { } from && expires is { } to
            && from <= to
            && to > now - Skew
            && from < now + Skew
            && from > now - Validity - Skew;
    }

    // One client of the real STS writes its local time without a zone (wire contracts b.4): taken as Turkish time when that is the nearer reading.
    private static DateTimeOffset? Read(XmlElement timestamp, string name, DateTimeOffset now, bool acceptsLocalTime)
    {
        var text = timestamp.OnlyChild(name, Ns.Utility)?.InnerText.Trim();
        if (!DateTime.TryParseExact(text, XsdDateTime, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
            return null;
        if (time.Kind != DateTimeKind.Unspecified)
            return new DateTimeOffset(time.ToUniversalTime(), TimeSpan.Zero);
        if (!acceptsLocalTime)
            return null;
        var asUtc = new DateTimeOffset(time, TimeSpan.Zero);
        return (asUtc - now).Duration() <= (asUtc - TurkishTime - now).Duration() ? asUtc : asUtc - TurkishTime;
    }
}
