namespace Kps.Audit;

/// <summary>
/// The key that wraps the log's data keys and the private keys of the token door. It never enters the database; today it is a file
/// (<see cref="MasterKeyFile"/>), an HSM or a key service implements the same two calls. Registered before <c>AddKpsAudit</c>, an implementation
/// takes the file's place.
/// </summary>
public interface IMasterKey
{
    /// <summary>Names the key on every key it wraps, at most 64 characters; says nothing about the key itself.</summary>
    string Id { get; }

    /// <summary>
    /// The key that wrapped something, to unwrap it with: this one, or a former one that is kept while what it wrapped is wrapped anew. An HSM or a key service answers
    /// for each of its keys or versions it may still use.
    /// </summary>
    /// <param name="id">As it stands on what was wrapped.</param>
    /// <returns>Null when this installation does not hold it.</returns>
    IMasterKey? Find(string id) => string.Equals(id, Id, StringComparison.Ordinal) ? this : null;

    /// <summary>Wraps a key.</summary>
    /// <param name="dataKey">Clear bytes: a data key of 32 bytes, or a PKCS #8 private key of at most 4 KB.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The wrapped key, safe to store beside the data.</returns>
    ValueTask<byte[]> WrapAsync(ReadOnlyMemory<byte> dataKey, CancellationToken ct);

    /// <summary>Unwraps a key.</summary>
    /// <param name="wrapped">From <see cref="WrapAsync"/>.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What was wrapped; the caller clears it.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Another master key wrapped it, or it was changed.</exception>
    ValueTask<byte[]> UnwrapAsync(ReadOnlyMemory<byte> wrapped, CancellationToken ct);
}
