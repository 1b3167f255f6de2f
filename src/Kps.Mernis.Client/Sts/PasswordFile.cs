using System.Text;
using Kps.Contracts;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Sts;

/// <summary>Reads the technical user's password from its file.</summary>
internal static class PasswordFile
{
    private const int MaxBytes = 4096;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the password; one line break at the end is not part of it.</summary>
    /// <exception cref="IOException">The file is missing, too long, empty, or no UTF-8 text XML can carry. The message quotes nothing of it.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Secret Read(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length is 0 or > MaxBytes)
        {
            throw new IOException("The password file is empty or too long.");
        }

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var text = bytes.AsSpan();
        if (text.StartsWith("\uFEFF"u8))
        {
            text = text[3..];
        }

        if (text.EndsWith("\n"u8))
        {
            text = text[..^1];
        }

        if (text.EndsWith("\r"u8))
        {
            text = text[..^1];
        }

        var password = Decode(text);
        Array.Clear(bytes);
        return password.Length > 0 && XmlText.IsLegal(password)
            ? new Secret(password)
            : throw new IOException("The password file holds no password that XML can carry.");
    }

    // The framework's own exceptions would quote the offending bytes.
    private static string Decode(ReadOnlySpan<byte> text)
    {
        try
        {
            return StrictUtf8.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            throw new IOException("The password file is not UTF-8.");
        }
    }
}
