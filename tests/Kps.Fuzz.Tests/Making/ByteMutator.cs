using System.Text;
using Kps.Audit;

namespace Kps.Fuzz.Tests.Making;

/// <summary>Takes a request of the corpus apart: one to eight small injuries, sometimes a wrong charset, sometimes something huge.</summary>
internal static class ByteMutator
{
    private static readonly string?[] ContentTypes =
    [
        null, string.Empty, "text/xml", "text/xml; charset=utf-8", "text/xml; charset=utf-16", "text/xml; charset=utf-7", "text/xml; charset=iso-8859-9",
        "text/xml; charset=windows-1254", "text/xml; charset=\"utf-8\"", "text/xml; charset=", "text/xml; charset=us-ascii", "text/xml; charset=ibm037",
        "text/xml; charset=utf-8; charset=utf-16", "application/soap+xml", "application/soap+xml; charset=iso-8859-9",
        "application/soap+xml; charset=utf-8; action=\"urn:baska\"", "application/soap+xml; action=", "application/xml", "text/plain", "multipart/related; type=\"text/xml\"",
        "application/soap+xml;;;", "text/xml; \u0001", "*/*", "text/xml, text/xml",
    ];

    /// <summary>Makes one input; equal generators make equal inputs.</summary>
    public static FuzzInput Make(Random random, IReadOnlyList<FuzzInput> corpus)
    {
        var seed = Pick(random, corpus);
        var body = seed.Body.ToList();
        var done = new StringBuilder(seed.Origin);
        for (var left = random.Next(1, 9); left > 0; left--)
        {
            done.Append(' ').Append(Injure(random, body, corpus));
        }

        var contentType = random.Next(8) == 0 ? Pick(random, ContentTypes) : seed.ContentType;
        return new FuzzInput(done.ToString(), contentType, seed.Headers, [.. body])
        {
            Door = random.Next(24) > 0 ? seed.Door : seed.Door == AuditDoor.Router ? AuditDoor.Sts : AuditDoor.Router,
        };
    }

    private static string Injure(Random random, List<byte> body, IReadOnlyList<FuzzInput> corpus)
    {
        var at = random.Next(body.Count + 1);
        switch (random.Next(24))
        {
            case 0 or 1 or 2 when at < body.Count:
                body[at] ^= (byte)(1 << random.Next(8));
                return "flip";
            case 3 when at < body.Count:
                body[at] = (byte)random.Next(256);
                return "set";
            case 4 or 5:
                var cut = random.Next(Math.Min(64, body.Count - at) + 1);
                body.RemoveRange(at, cut);
                return "delete";
            case 6 or 7:
                var length = random.Next(Math.Min(400, body.Count - at) + 1);
                body.InsertRange(random.Next(body.Count + 1), body.GetRange(at, length));
                return "duplicate";
            case 8:
                var other = Pick(random, corpus).Body;
                body.RemoveRange(at, body.Count - at);
                body.AddRange(other.Skip(random.Next(other.Length + 1)));
                return "splice";
            case 9 when random.Next(4) == 0:
                body.RemoveRange(at, body.Count - at);
                return "truncate";
            case 10 or 11:
                return Element(random, body, corpus);
            case 12 when random.Next(6) == 0:
                body.InsertRange(at, Huge(random));
                return "huge";
            case 13 or 14:
                return Digit(random, body);
            case 15:
                body.InsertRange(0, Pick(random, HostileTokens.All));
                return "in front";
            case 16:
                body.AddRange(Pick(random, HostileTokens.All));
                return "behind";
            case 17 or 18:
                return BehindName(random, body);
            default:
                body.InsertRange(at, Pick(random, HostileTokens.All));
                return "token";
        }
    }

    /// <summary>Puts a whole element of another request in front of a tag of this one.</summary>
    private static string Element(Random random, List<byte> body, IReadOnlyList<FuzzInput> corpus)
    {
        var text = Encoding.Latin1.GetString(Pick(random, corpus).Body);
        var from = text.IndexOf('<', random.Next(text.Length + 1));
        var to = from < 0 ? -1 : text.IndexOf('>', from);
        if (to > from)
        {
            var name = text[(from + 1)..to].Split(' ', '/', '>')[0];
            var end = text.IndexOf($"</{name}>", to, StringComparison.Ordinal);
            to = end < 0 ? to + 1 : end + name.Length + 3;
            body.InsertRange(IndexOf(body, (byte)'<', random), Encoding.Latin1.GetBytes(text[from..to]));
        }

        return "element";
    }

    /// <summary>Puts a token into the middle of a number, where a comment or CDATA hides half of it.</summary>
    private static string Digit(Random random, List<byte> body)
    {
        var start = random.Next(body.Count + 1);
        var at = body.FindIndex(Math.Min(start, body.Count), value => value is >= (byte)'0' and <= (byte)'9');
        body.InsertRange(at < 0 ? start : at + 1, Pick(random, HostileTokens.All));
        return "in a number";
    }

    /// <summary>Puts a token behind a tag's name: attributes, namespaces.</summary>
    private static string BehindName(Random random, List<byte> body)
    {
        var at = IndexOf(body, (byte)'>', random);
        body.InsertRange(at, Pick(random, HostileTokens.All));
        return "in a tag";
    }

    private static int IndexOf(List<byte> body, byte value, Random random)
    {
        var start = random.Next(body.Count + 1);
        var at = body.IndexOf(value, start);
        return at < 0 ? start : at;
    }

    private static byte[] Huge(Random random)
    {
        var count = random.Next(50, 3_000);
        return Encoding.UTF8.GetBytes(random.Next(5) switch
        {
            0 => string.Concat(Enumerable.Range(0, count).Select(number => $" a{number}=\"\"")),
            1 => string.Concat(Enumerable.Repeat("<a>", count)),
            2 => string.Concat(Enumerable.Range(0, count).Select(number => $" xmlns:n{number}=\"urn:{number}\"")),
            3 => new string('1', count * 20),
            _ => string.Concat(Enumerable.Repeat("<!--1-->", count)),
        });
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
