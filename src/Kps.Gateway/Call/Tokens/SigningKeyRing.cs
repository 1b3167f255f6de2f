using Kps.Registry.Tokens;

namespace Kps.Gateway.Call.Tokens;

/// <summary>The keys of one moment of the registry: those of our kind that are not withdrawn and that this node could unwrap. Immutable.</summary>
internal sealed class SigningKeyRing
{
    private readonly Entry[] _entries;

    /// <summary>Orders the keys.</summary>
    /// <param name="keys">Each with the time from which it signs.</param>
    public SigningKeyRing(IEnumerable<(SigningKey Key, DateTimeOffset SignsFrom)> keys)
    {
        var ordered = keys.OrderBy(key => key.SignsFrom).ThenBy(key => key.Key.Id).ToArray();
        _entries = new Entry[ordered.Length];
        for (var index = 0; index < ordered.Length; index++)
        {
            var until = index + 1 < ordered.Length ? ordered[index + 1].SignsFrom + RegisteredTokenKey.Overlap : DateTimeOffset.MaxValue;
            _entries[index] = new Entry(ordered[index].Key, ordered[index].SignsFrom, until);
        }
    }

    /// <summary>No key: nothing is signed, nothing accepted.</summary>
    public static SigningKeyRing Empty { get; } = new([]);

    /// <summary>The key that signs: the latest whose time has come; null when there is none.</summary>
    public SigningKey? Signing(DateTimeOffset now) => Array.FindLast(_entries, entry => entry.SignsFrom <= now)?.Key;

    /// <summary>The key of that number, when its signatures count; null otherwise.</summary>
    public SigningKey? FindAccepted(int id, DateTimeOffset now) => Array.Find(_entries, entry => entry.Key.Id == id && entry.AcceptedUntil > now)?.Key;

    /// <summary>
    /// Every key whose signatures count. One whose time to sign is still ahead is among them: the clock of the node that signed may be ahead of ours.
    /// </summary>
    public IEnumerable<SigningKey> Accepted(DateTimeOffset now) => _entries.Where(entry => entry.AcceptedUntil > now).Select(entry => entry.Key);

    private sealed record Entry(SigningKey Key, DateTimeOffset SignsFrom, DateTimeOffset AcceptedUntil);
}
