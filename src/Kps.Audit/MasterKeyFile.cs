using System.Security.Cryptography;

namespace Kps.Audit;

/// <summary>A master key in a file of exactly 32 raw bytes; wraps by AES key wrap with padding (RFC 5649).</summary>
public sealed class MasterKeyFile : IMasterKey, IDisposable
{
    /// <summary>Bytes in the file.</summary>
    public const int KeyBytes = 32;

    private readonly Aes _aes;

    private MasterKeyFile(byte[] key, bool readableByOthers)
    {
        IsReadableByOthers = readableByOthers;
        _aes = Aes.Create();
        _aes.Key = key;
        Id = "file:" + Convert.ToHexStringLower(SHA256.HashData([.. "kps audit master key id"u8, .. key]).AsSpan(0, 8));
        CryptographicOperations.ZeroMemory(key);
    }

    /// <inheritdoc />
    public string Id { get; }

    internal bool IsReadableByOthers { get; }

    /// <summary>Reads the key.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The key.</returns>
    /// <exception cref="InvalidOperationException">The file has not exactly 32 bytes.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static MasterKeyFile Open(string path)
    {
        using var file = File.OpenRead(path);
        var key = new byte[KeyBytes];
        if (file.Length != KeyBytes || file.ReadAtLeast(key, KeyBytes, throwOnEndOfStream: false) != KeyBytes)
        {
            throw new InvalidOperationException($"The master key file {path} must hold exactly {KeyBytes} bytes.");
        }

        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        return new MasterKeyFile(key, !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0);
    }

    /// <summary>Makes a new key, readable by its owner only. An existing file is never replaced: without its key the log's bodies are lost.</summary>
    /// <param name="path">The file to make.</param>
    /// <exception cref="IOException">The file exists or cannot be written.</exception>
    public static void Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        using var file = new FileStream(path, options);
        file.Write(key);
        file.Flush(flushToDisk: true);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <inheritdoc />
    public ValueTask<byte[]> WrapAsync(ReadOnlyMemory<byte> dataKey, CancellationToken ct) =>
        ValueTask.FromResult(_aes.EncryptKeyWrapPadded(dataKey.Span));

    /// <inheritdoc />
    public ValueTask<byte[]> UnwrapAsync(ReadOnlyMemory<byte> wrapped, CancellationToken ct) =>
        ValueTask.FromResult(_aes.DecryptKeyWrapPadded(wrapped.Span));

    /// <inheritdoc />
    public void Dispose() => _aes.Dispose();
}
