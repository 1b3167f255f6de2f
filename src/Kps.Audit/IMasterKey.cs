namespace Kps.Audit;

/// <summary>
/// The key that wraps the log's data keys. It never enters the database; today it is a file (<see cref="MasterKeyFile"/>), an HSM or a
/// key service implements the same two calls. Registered before <c>AddKpsAudit</c>, an implementation takes the file's place.
/// </summary>
public interface IMasterKey
{
    /// <summary>Names the key on every data key it wraps, at most 64 characters; says nothing about the key itself.</summary>
    string Id { get; }

    /// <summary>Wraps a data key.</summary>
    /// <param name="dataKey">32 bytes.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The wrapped key, safe to store beside the data.</returns>
    ValueTask<byte[]> WrapAsync(ReadOnlyMemory<byte> dataKey, CancellationToken ct);

    /// <summary>Unwraps a data key.</summary>
    /// <param name="wrapped">From <see cref="WrapAsync"/>.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>32 bytes; the caller clears them.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Another master key wrapped it, or it was changed.</exception>
    ValueTask<byte[]> UnwrapAsync(ReadOnlyMemory<byte> wrapped, CancellationToken ct);
}
