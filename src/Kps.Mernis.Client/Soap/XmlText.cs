using System.Buffers;
using System.Text;
using System.Xml;

namespace Kps.Mernis.Soap;

/// <summary>Text of XML 1.0: what may stand in it and how it is escaped.</summary>
internal static class XmlText
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code).Except("\t\n\r"),
         .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code),
         '\uFFFE', '\uFFFF']);

    /// <summary>True when XML 1.0 can carry every character.</summary>
    public static bool IsLegal(string text) => WithoutIllegalCharacters(text).Length == text.Length;

    /// <summary>Leaves out control characters, lone surrogates, U+FFFE and U+FFFF; a WCF service can send them as character references.</summary>
    public static string WithoutIllegalCharacters(string text)
    {
        var first = text.AsSpan().IndexOfAny(Suspects);
        if (first < 0)
        {
            return text;
        }

        var kept = new StringBuilder(text.Length).Append(text, 0, first);
        for (var at = first; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at]))
            {
                kept.Append(text[at]);
            }
            else if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
            {
                kept.Append(text[at]).Append(text[++at]);
            }
        }

        return kept.ToString();
    }

    /// <summary>UTF-8 of the text, ready to stand between tags.</summary>
    /// <exception cref="XmlException">The text holds a character XML 1.0 does not know.</exception>
    public static byte[] Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in XmlConvert.VerifyXmlChars(text))
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '\r' => escaped.Append("&#xD;"),
                _ => escaped.Append(character),
            };
        }

        return Encoding.UTF8.GetBytes(escaped.ToString());
    }
}
