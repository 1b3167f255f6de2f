using Kps.Registry.Tokens;

namespace Kps.Gateway.Call.Tokens;

/// <summary>
/// The keys of one moment of the registry: the times of all keys of our kind, and those that this node has opened. A key it could not open
/// still ends the time of the one before it. Immutable.
/// </summary>
/// <param name="schedule">Of every row of our kind.</param>
/// <param name="opened">The opened keys by number.</param>
internal sealed class SigningKeyRing(TokenKeySchedule schedule, IReadOnlyDictionary<int, SigningKey> opened)
{
    /// <summary>No key: nothing is signed, nothing accepted.</summary>
    public static SigningKeyRing Empty { get; } = new(TokenKeySchedule.Empty, new Dictionary<int, SigningKey>());

    /// <summary>The key that signs; null when none may.</summary>
    public SigningKey? Signing(DateTimeOffset now) => schedule.Signing(now, opened.ContainsKey) is { } term ? opened[term.Id] : null;

    /// <summary>The key of that number, when its signatures count; null otherwise.</summary>
    public SigningKey? FindAccepted(int id, DateTimeOffset now) =>
        opened.TryGetValue(id, out var key) && schedule.Find(id) is { } term && term.IsAccepted(now) ? key : null;

    /// <summary>Whether a signature cannot be judged here: the key it names counts and is not open, or no key counts.</summary>
    /// <param name="id">The key it names; null when it names none.</param>
    /// <param name="now">The time.</param>
    /// <returns>False for a key that is known to count no more: that is an answer.</returns>
    public bool Lacks(int? id, DateTimeOffset now) =>
        id is { } number && schedule.Find(number) is { } term
            ? term.IsAccepted(now) && !opened.ContainsKey(number)
            : !Accepted(now).Any();

    /// <summary>Every key whose signatures count, those among them whose time to sign is still ahead.</summary>
    public IEnumerable<SigningKey> Accepted(DateTimeOffset now) =>
        schedule.Terms.Where(term => term.IsAccepted(now)).Select(term => opened.GetValueOrDefault(term.Id)).OfType<SigningKey>();
}
