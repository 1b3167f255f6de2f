using System.Text;
using System.Xml;

namespace Kps.Contracts.Answers;

/// <summary>Takes out of a text what XML 1.0 cannot carry, not even as a character reference.</summary>
internal static class XmlLegalText
{
    /// <summary>Removes control characters other than tab and line ends, unpaired surrogates, U+FFFE and U+FFFF.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The same instance when there was nothing to remove, which is nearly always.</returns>
    public static string Clean(string text)
    {
        // One vectorised pass clears all ordinary text; only what lies outside this range needs a look of its own.
        var suspect = text.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF');
        return suspect < 0 ? text : CleanFrom(text, suspect);
    }

    private static string CleanFrom(string text, int start)
    {
        var clean = new StringBuilder(text, 0, start, text.Length);
        for (var index = start; index < text.Length; index++)
        {
            var character = text[index];
            if (XmlConvert.IsXmlChar(character))
            {
                clean.Append(character);
            }
            else if (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], character))
            {
                clean.Append(character).Append(text[++index]);
            }
        }

        return clean.Length == text.Length ? text : clean.ToString();
    }
}
