using System.Globalization;
using Kps.Evidence.Notes;

namespace Kps.AuditVerify;

/// <summary>
/// The verifier keys the auditor trusts. A key is given under the log's name; after a re-base the same key signs under the name with the generation, so it is
/// taken for every generation of that log. Not thread-safe: each worker makes its own.
/// </summary>
internal sealed class TrustedKeys : IDisposable
{
    private readonly Dictionary<string, List<NoteVerifier>> _byOrigin = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _keys;

    /// <summary>Takes keys.</summary>
    /// <param name="keys">Verifier keys, <c>name+id+base64</c>.</param>
    /// <exception cref="FormatException">One is malformed.</exception>
    public TrustedKeys(IReadOnlyList<string> keys)
    {
        _keys = keys;
        foreach (var key in keys)
        {
            using var parsed = NoteVerifier.Parse(key);
        }
    }

    /// <summary>Name of a log in a generation (evidence-format.md, "Generations").</summary>
    public static string OriginOf(string origin, int generation) =>
        generation == 1 ? origin : origin + "/" + generation.ToString(CultureInfo.InvariantCulture);

    /// <summary>The generation a name belongs to; null when it is another log's.</summary>
    public static int? GenerationOf(string name, string origin)
    {
        if (name == origin)
        {
            return 1;
        }

        return name.StartsWith(origin + "/", StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(origin.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var generation)
            && generation > 1
            && OriginOf(origin, generation) == name ? generation : null;
    }

    /// <summary>The same keys for another worker.</summary>
    public TrustedKeys Copy() => new(_keys);

    /// <summary>Whether one of the keys has signed a checkpoint under its own name.</summary>
    /// <param name="note">The note.</param>
    /// <param name="name">The name on it, that of a generation of the log.</param>
    /// <param name="origin">The log's name in its first generation.</param>
    public bool Verify(SignedNote note, string name, string origin)
    {
        if (!_byOrigin.TryGetValue(name, out var verifiers))
        {
            verifiers = [.. _keys.Select(key => For(key, name, origin)).OfType<NoteVerifier>()];
            _byOrigin.Add(name, verifiers);
        }

        return verifiers.Exists(verifier => verifier.Verifies(note));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var verifier in _byOrigin.Values.SelectMany(verifiers => verifiers))
        {
            verifier.Dispose();
        }
    }

    /// <summary>The key under another generation's name; null when it is another log's.</summary>
    private static NoteVerifier? For(string key, string name, string origin)
    {
        using var given = NoteVerifier.Parse(key);
        return GenerationOf(given.KeyName, origin) is null ? null : given.Under(name);
    }
}
