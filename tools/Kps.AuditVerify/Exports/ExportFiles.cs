using System.Security.Cryptography;
using System.Text;
using Kps.Evidence.Exports;

namespace Kps.AuditVerify.Exports;

/// <summary>Files of an export, compared with its list of files. Reading is safe from many threads.</summary>
internal sealed class ExportFiles
{
    private const int HashText = 64;

    private readonly string _directory;
    private readonly Dictionary<string, byte[]> _listed = new(StringComparer.Ordinal);

    private ExportFiles(string directory) => _directory = directory;

    /// <summary>Reads manifest and list.</summary>
    /// <param name="directory">The export.</param>
    /// <param name="findings">Told when the list is not the manifest's.</param>
    /// <exception cref="VerifyException">There is no export, or one of another format.</exception>
    public static (ExportFiles Files, ExportManifest Manifest) Open(string directory, Findings findings)
    {
        var files = new ExportFiles(directory);
        try
        {
            var manifest = ExportManifest.Parse(files.ReadWhole(ExportLayout.Manifest, ExportManifest.MaxBytes));
            files.ReadList(manifest, findings);
            return (files, manifest);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new VerifyException($"{directory} is no export that can be read: {e.Message}", e);
        }
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path in the export.</param>
    /// <param name="most">Longest that is read, in bytes.</param>
    /// <param name="finding">What is wrong with it; null when it is as listed. Content that was changed is given all the same.</param>
    /// <returns>Null when there is none.</returns>
    public byte[]? Read(string path, long most, out Finding? finding)
    {
        finding = null;
        try
        {
            var content = ReadWhole(path, most);
            if (!_listed.TryGetValue(path, out var hash) || !SHA256.HashData(content).AsSpan().SequenceEqual(hash))
            {
                finding = new Finding("file-changed", null, $"file {path} is not the one that was exported");
            }

            return content;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            finding = new Finding("file-missing", null, $"file {path} cannot be read: {e.Message}");
            return null;
        }
    }

    /// <summary>Reads a file whose path stands in the manifest.</summary>
    /// <exception cref="FormatException">The path leads somewhere else.</exception>
    public byte[]? ReadNamed(string path, long most, out Finding? finding)
    {
        var isInside = path.Length is > 0 and < 200 && !path.StartsWith('/') && !path.Contains("..", StringComparison.Ordinal)
            && path.All(character => char.IsAsciiLetterOrDigit(character) || character is '/' or '-' or '_' or '.');
        return isInside ? Read(path, most, out finding) : throw new FormatException("the manifest names a file outside the export");
    }

    /// <summary>Opens a text that is read line by line.</summary>
    /// <exception cref="VerifyException">There is none.</exception>
    public StreamReader OpenText(string path, Findings findings)
    {
        try
        {
            using (var file = File.OpenRead(Path.Combine(_directory, path)))
            {
                if (!_listed.TryGetValue(path, out var hash) || !SHA256.HashData(file).AsSpan().SequenceEqual(hash))
                {
                    findings.Add("file-changed", null, $"file {path} is not the one that was exported");
                }
            }

            return new StreamReader(Path.Combine(_directory, path), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerifyException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private void ReadList(ExportManifest manifest, Findings findings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in File.ReadLines(Path.Combine(_directory, ExportLayout.Files)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
            if (line.Length <= HashText + 2 || line[HashText..(HashText + 2)] != "  ")
            {
                throw new FormatException("the list of files is malformed");
            }

            _listed[line[(HashText + 2)..]] = Convert.FromHexString(line[..HashText]);
        }

        if (!string.Equals(Convert.ToHexStringLower(hash.GetHashAndReset()), manifest.FilesSha256, StringComparison.Ordinal))
        {
            findings.Add("file-changed", null, "the list of files is not the one the manifest names");
        }
    }

    private byte[] ReadWhole(string path, long most)
    {
        using var file = new FileStream(Path.Combine(_directory, path), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        if (file.Length > most)
        {
            throw new IOException($"it has {file.Length} bytes, at most {most} are read");
        }

        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }
}
