using System.Text;
using Kps.Evidence.Notes;

namespace Kps.Audit.Sequencing;

/// <summary>
/// The published checkpoints in a file, one after another, each followed by a blank line; only ever appended to. It is believed because of where it
/// lies, so it should lie on another machine's disk than the database. Only the last checkpoint counts; older ones may be moved away.
/// </summary>
/// <param name="path">The file; made when it is missing.</param>
public sealed class PublishedFile(string path) : ICheckpointSink
{
    private const int TailBytes = 256 * 1024;
    private const string SignatureLine = "— ";

    /// <summary>Where it is.</summary>
    public string Path { get; } = path;

    /// <summary>The last checkpoint that was written whole; a crash may have cut the one after it.</summary>
    /// <returns>Null when the file is missing or empty.</returns>
    /// <exception cref="FormatException">It holds something else.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public SignedNote? Last()
    {
        var lines = Tail().Split('\n');
        var end = Array.FindLastIndex(lines, line => line.StartsWith(SignatureLine, StringComparison.Ordinal));
        if (end == lines.Length - 1)
        {
            // The line has no newline: it was cut.
            end = end < 0 ? -1 : Array.FindLastIndex(lines, end - 1, line => line.StartsWith(SignatureLine, StringComparison.Ordinal));
        }

        if (end < 0)
        {
            return lines.Length <= CheckpointLines ? null : throw new FormatException($"{Path} holds no checkpoint.");
        }

        return end >= CheckpointLines - 1
            ? SignedNote.Parse(string.Join('\n', lines[(end - CheckpointLines + 1)..(end + 1)]) + "\n")
            : throw new FormatException($"{Path} does not hold checkpoints.");
    }

    /// <inheritdoc />
    public async ValueTask PublishAsync(SignedNote note, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
        var isCut = file.Length > 0 && file.Seek(-1, SeekOrigin.End) >= 0 && file.ReadByte() != '\n';
        file.Seek(0, SeekOrigin.End);
        await file.WriteAsync(Encoding.UTF8.GetBytes((isCut ? "\n" : string.Empty) + note + "\n"), cancellationToken);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Origin, size, root, blank line, signature.</summary>
    private static int CheckpointLines => 5;

    private string Tail()
    {
        if (!File.Exists(Path))
        {
            return string.Empty;
        }

        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(-Math.Min(file.Length, TailBytes), SeekOrigin.End);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
