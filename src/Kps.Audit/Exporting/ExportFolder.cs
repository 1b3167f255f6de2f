using System.Security.Cryptography;
using System.Text;
using Kps.Evidence.Exports;

namespace Kps.Audit.Exporting;

/// <summary>
/// The directory an export grows in: beside its target under another name, so that nothing that looks like an export is there before it is complete and recorded.
/// Keeps the list of files with their hashes as it goes.
/// </summary>
internal sealed class ExportFolder : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    private readonly string _target;
    private readonly string _staging;
    private readonly StreamWriter _files;
    private readonly IncrementalHash _filesHash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private string? _directory;
    private bool _isPublished;

    /// <summary>Makes the directory.</summary>
    /// <param name="target">Where the export will be.</param>
    /// <exception cref="ExportException">There is something.</exception>
    /// <exception cref="IOException">It cannot be written there.</exception>
    public ExportFolder(string target)
    {
        _target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        if (File.Exists(_target) || (Directory.Exists(_target) && Directory.EnumerateFileSystemEntries(_target).Any()))
        {
            throw new ExportException(ExportFault.NotEmpty, $"{_target} is not empty.");
        }

        _staging = _target + ".part-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        Directory.CreateDirectory(_staging);
        _files = NewText(ExportLayout.Files);
    }

    /// <summary>Bytes of what was written, the list of files included.</summary>
    public long Bytes { get; private set; }

    /// <summary>Writes a file.</summary>
    /// <param name="path">Relative, with forward slashes.</param>
    /// <param name="content">All of it.</param>
    public void Write(string path, ReadOnlySpan<byte> content)
    {
        var full = Full(path);
        var directory = Path.GetDirectoryName(full)!;
        if (directory != _directory)
        {
            Directory.CreateDirectory(directory);
            _directory = directory;
        }

        using (var file = new FileStream(full, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            file.Write(content);
        }

        List(path, SHA256.HashData(content), content.Length);
    }

    /// <summary>Opens a file that is written line by line; give it back to <see cref="Close"/>.</summary>
    public StreamWriter NewText(string path) =>
        new(new FileStream(Full(path), FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };

    /// <summary>Closes a file of <see cref="NewText"/> and lists it.</summary>
    public void Close(string path, StreamWriter text)
    {
        text.Dispose();
        using var file = File.OpenRead(Full(path));
        List(path, SHA256.HashData(file), file.Length);
    }

    /// <summary>Closes the list of files.</summary>
    /// <returns>Its SHA-256, hexadecimal.</returns>
    public string CloseList()
    {
        _files.Dispose();
        Bytes += new FileInfo(Full(ExportLayout.Files)).Length;
        return Convert.ToHexStringLower(_filesHash.GetHashAndReset());
    }

    /// <summary>Writes the manifest, which is not listed.</summary>
    public void WriteManifest(byte[] manifest) => File.WriteAllBytes(Full(ExportLayout.Manifest), manifest);

    /// <summary>Gives the directory its name: now it is an export.</summary>
    /// <exception cref="IOException">Somebody has put something there meanwhile.</exception>
    public void Publish()
    {
        if (Directory.Exists(_target))
        {
            Directory.Delete(_target);
        }

        Directory.Move(_staging, _target);
        _isPublished = true;
    }

    /// <summary>Removes what did not become an export.</summary>
    public void Dispose()
    {
        _files.Dispose();
        _filesHash.Dispose();
        if (!_isPublished)
        {
            Directory.Delete(_staging, recursive: true);
        }
    }

    private string Full(string path) => Path.Combine(_staging, path);

    private void List(string path, byte[] hash, long length)
    {
        var line = $"{Convert.ToHexStringLower(hash)}  {path}\n";
        _files.Write(line);
        _filesHash.AppendData(Encoding.UTF8.GetBytes(line));
        Bytes += length;
    }
}
