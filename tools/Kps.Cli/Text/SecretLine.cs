using Kps.Contracts;

namespace Kps.Cli.Text;

/// <summary>A password comes in as the first line of a stream, never as an argument: arguments are seen by every process of the machine.</summary>
internal static class SecretLine
{
    /// <summary>Longest line taken; the policy's limit is far below.</summary>
    private const int LongestLine = 256;

    /// <summary>Reads it.</summary>
    /// <exception cref="CommandException">The line is missing, empty or too long.</exception>
    public static async Task<Secret> ReadAsync(TextReader reader, CancellationToken cancellationToken)
    {
        var buffer = new char[LongestLine + 1];
        var length = 0;
        int read;
        do
        {
            read = await reader.ReadAsync(buffer.AsMemory(length), cancellationToken);
            length += read;
        }
        while (read > 0 && length < buffer.Length && !buffer.AsSpan(0, length).Contains('\n'));

        var line = new string(buffer, 0, length);
        var end = line.IndexOf('\n', StringComparison.Ordinal);
        line = (end < 0 ? line : line[..end]).TrimEnd('\r');
        return line.Length is > 0 and <= LongestLine ? new Secret(line) : throw new CommandException("İlk satırda şifre yok.");
    }
}
