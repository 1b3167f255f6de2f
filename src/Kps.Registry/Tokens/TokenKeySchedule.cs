namespace Kps.Registry.Tokens;

/// <summary>
/// Which key of one kind signs and until when each is accepted: one rule for the gateways and the operator's commands. It is made of all rows of
/// the kind, whoever can open them: a key that has had a successor is retired for good, also when the successor is withdrawn or cannot be opened.
/// Immutable.
/// </summary>
public sealed class TokenKeySchedule
{
    private readonly TokenKeyTerm[] _terms;

    private TokenKeySchedule(IEnumerable<(int Id, DateTimeOffset SignsFrom, DateTimeOffset? WithdrawnAt)> rows)
    {
        var ordered = rows.OrderBy(row => row.SignsFrom).ThenBy(row => row.Id).ToArray();
        _terms = new TokenKeyTerm[ordered.Length];
        DateTimeOffset? successor = null;
        for (var index = ordered.Length - 1; index >= 0; index--)
        {
            var (id, signsFrom, withdrawnAt) = ordered[index];
            _terms[index] = new TokenKeyTerm(id, signsFrom, successor, withdrawnAt);

            // A key withdrawn before its time came has succeeded nobody.
            if (withdrawnAt is null || withdrawnAt > signsFrom)
            {
                successor = signsFrom;
            }
        }
    }

    /// <summary>No key: nothing is signed, nothing accepted.</summary>
    public static TokenKeySchedule Empty { get; } = new([]);

    /// <summary>All keys of the kind in the order in which they begin to sign, withdrawn ones included.</summary>
    public IReadOnlyList<TokenKeyTerm> Terms => _terms;

    /// <summary>Of the keys of a snapshot.</summary>
    /// <param name="keys">Keys of both kinds, withdrawn ones included.</param>
    /// <param name="isTest">The kind.</param>
    /// <returns>The schedule of that kind.</returns>
    public static TokenKeySchedule Of(IEnumerable<RegisteredTokenKey> keys, bool isTest) =>
        new(keys.Where(key => key.IsTest == isTest).Select(key => (key.Id, key.SignsFrom, key.WithdrawnAt)));

    /// <summary>Of a list of keys.</summary>
    /// <param name="keys">Keys of both kinds, withdrawn ones included.</param>
    /// <param name="isTest">The kind.</param>
    /// <returns>The schedule of that kind.</returns>
    public static TokenKeySchedule Of(IEnumerable<TokenKeyListing> keys, bool isTest) =>
        new(keys.Where(key => key.IsTest == isTest).Select(key => (key.Id, key.SignsFrom, key.WithdrawnAt)));

    /// <summary>
    /// The key that signs: the last one whose time has come, when it is not withdrawn and can be opened. When there is none, the next one that can
    /// be opened signs before its time: all nodes accept it already, and the clock that set its time may have been ahead.
    /// </summary>
    /// <param name="now">The time.</param>
    /// <param name="isOpened">Whether a key can be used by whoever asks.</param>
    /// <returns>Null when nothing may sign.</returns>
    public TokenKeyTerm? Signing(DateTimeOffset now, Func<int, bool> isOpened)
    {
        ArgumentNullException.ThrowIfNull(isOpened);
        return Array.FindLast(_terms, term => term.SignsFrom <= now && !term.IsRetired(now) && isOpened(term.Id))
            ?? Array.Find(_terms, term => term.SignsFrom > now && !term.IsRetired(now) && isOpened(term.Id));
    }

    /// <summary>Finds a key of the kind.</summary>
    /// <param name="id">Its number.</param>
    /// <returns>Null when there is none.</returns>
    public TokenKeyTerm? Find(int id) => Array.Find(_terms, term => term.Id == id);
}
