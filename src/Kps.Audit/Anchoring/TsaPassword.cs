using System.Text;
using Kps.Contracts;

namespace Kps.Audit.Anchoring;

/// <summary>Reads the password at the time-stamping authority from its file.</summary>
internal static class TsaPassword
{
    private const int MaxBytes = 1024;

    /// <summary>Reads it; one line break at the end is not part of it.</summary>
    /// <exception cref="IOException">The file is missing, empty or too long. The message quotes nothing of it.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Secret Read(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length is 0 or > MaxBytes)
        {
            throw new IOException($"The password file must have 1 to {MaxBytes} bytes.");
        }

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var text = Encoding.UTF8.GetString(bytes);
        Array.Clear(bytes);
        text = text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
        return text.Length > 0 && !text.Any(char.IsControl) ? new Secret(text) : throw new IOException("The password file holds no password of one line.");
    }
}
