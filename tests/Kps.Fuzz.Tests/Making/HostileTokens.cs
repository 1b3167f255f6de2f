using System.Text;

namespace Kps.Fuzz.Tests.Making;

/// <summary>Byte sequences parsers have stumbled over.</summary>
internal static class HostileTokens
{
    public static IReadOnlyList<byte[]> All { get; } =
    [
        .. Texts().Select(Encoding.UTF8.GetBytes),
        [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0, 0, 0xFE, 0xFF], [0xFF, 0xFE, 0, 0],
        [0x2B, 0x2F, 0x76, 0x38], [0x4C, 0x6F, 0xA7, 0x94], [0], [0, 0x3C], [0x3C, 0],

        // Overlong '<' and '/', a surrogate half, beyond U+10FFFF, lone continuation and lead bytes, a cut sequence.
        [0xC0, 0xBC], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xED, 0xB0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xC3], [0xF0, 0x9F, 0x98],
        [0xFD], [0xDE], [0xC2, 0x85], [0xE2, 0x80, 0xA8],
    ];

    private static IEnumerable<string> Texts() =>
    [
        "<!DOCTYPE", "<!DOCTYPE s:Envelope [<!ENTITY a \"b\">]>", "<!ENTITY", "&a;", "&lol;", "&#x0;", "&#0;", "&#xD800;", "&#x10FFFF;", "&#xFFFE;", "&#49;",
        "&amp;", "&lt;", "&", "]]>", "<![CDATA[", "<![CDATA[]]>", "<![CDATA[1]]>", "<!--", "-->", "<!---->", "<!-- 1 -->", "--", "<?", "?>", "<?xml", "<?a b?>",
        "<?xml version=\"1.0\"?>", "<?xml version=\"1.1\"?>", "<?xml version=\"1.0\" encoding=\"utf-7\"?>", "<?xml version=\"1.0\" encoding=\"utf-16\"?>",
        "<?xml version=\"1.0\" encoding=\"IBM037\"?>", "<?xml version=\"1.0\" encoding=\"iso-8859-9\"?>", "<?xml version=\"1.0\" encoding=\"yok\"?>",
        "<?xml version=\"1.0\" encoding=\"ucs-4\"?>", " encoding=\"windows-1254\"", "+ADw-", "+AD4-",
        " xmlns=\"\"", " xmlns:s=\"urn:baska\"", " xmlns:s=\"\"", " xmlns:xml=\"urn:x\"", " xmlns:xmlns=\"urn:x\"", " xmlns=\"https://www.saglik.gov.tr/KPS/01/01/2017\"",
        " xmlns:o=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\"", " u:Id=\"a\"", " wsu:Id=\"a\" wsu:Id=\"a\"", " id=\"a\" id=\"a\"",
        " s:mustUnderstand=\"1\"", " s:actor=\"urn:x\"", " s:role=\"\"", " xsi:nil=\"true\"", " xml:space=\"preserve\"", " xml:base=\"file:///etc/passwd\"",
        "<s:Body>", "</s:Body>", "<s:Header>", "</s:Header>", "<s:Envelope>", "</s:Envelope>", "<kimlikNo>", "</kimlikNo>", "<kimlikNo/>", "<a>", "</a>", "<a/>", "<", ">", "/>", "\"", "'",
        "\u0661\u0662", "\uFF11", "\u00A0", "\u200B", "\uFEFF", "\u2028", "İ", "ı", "e\u0301", "\U0001F600", "\u202E", "%s%n", "{0}", "{", "-1", "+", "0", "9", "1e5", "0x1",
        "99999999999999999999", "\r", "\n", "\t", "\r\n\r\n", "a:b:c", ":",
    ];
}
