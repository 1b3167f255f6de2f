namespace Kps.Evidence.Notes;

/// <summary>Base 64 of RFC 4648 §4 with exactly one text for each sequence of bytes.</summary>
internal static class Base64
{
    /// <summary>The bytes; null when the text is not the one we would have written.</summary>
    public static byte[]? Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text ? bytes[..length] : null;
    }
}
