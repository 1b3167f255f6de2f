namespace Kps.Audit;

/// <summary>
/// The master key and the former ones, all of them files: what carries an installation over a change of its master key, node by node. New keys are wrapped under
/// the present one only.
/// </summary>
public sealed class MasterKeyRing : IMasterKey, IDisposable
{
    /// <summary>Most former keys.</summary>
    public const int MaxFormer = 8;

    private readonly MasterKeyFile _present;
    private readonly IReadOnlyList<MasterKeyFile> _former;

    private MasterKeyRing(MasterKeyFile present, IReadOnlyList<MasterKeyFile> former)
    {
        _present = present;
        _former = former;
    }

    /// <inheritdoc />
    public string Id => _present.Id;

    /// <summary>Some file of the ring can be read by others than its owner.</summary>
    internal bool IsReadableByOthers => _present.IsReadableByOthers || _former.Any(key => key.IsReadableByOthers);

    /// <summary>Reads the keys.</summary>
    /// <param name="present">File of the key new keys are wrapped under.</param>
    /// <param name="former">Files of the others.</param>
    /// <returns>The ring; the caller's to dispose.</returns>
    /// <exception cref="InvalidOperationException">A file has not exactly 32 bytes.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static MasterKeyRing Open(string present, IEnumerable<string> former)
    {
        var opened = new List<MasterKeyFile>();
        try
        {
            foreach (var path in former.Prepend(present))
            {
                opened.Add(MasterKeyFile.Open(path));
            }

            return new MasterKeyRing(opened[0], opened[1..]);
        }
        catch
        {
            opened.ForEach(key => key.Dispose());
            throw;
        }
    }

    /// <inheritdoc />
    public IMasterKey? Find(string id) => _former.Prepend(_present).FirstOrDefault(key => string.Equals(key.Id, id, StringComparison.Ordinal));

    /// <inheritdoc />
    public ValueTask<byte[]> WrapAsync(ReadOnlyMemory<byte> dataKey, CancellationToken ct) => _present.WrapAsync(dataKey, ct);

    /// <inheritdoc />
    public ValueTask<byte[]> UnwrapAsync(ReadOnlyMemory<byte> wrapped, CancellationToken ct) => _present.UnwrapAsync(wrapped, ct);

    /// <inheritdoc />
    public void Dispose()
    {
        _present.Dispose();
        foreach (var key in _former)
        {
            key.Dispose();
        }
    }
}
