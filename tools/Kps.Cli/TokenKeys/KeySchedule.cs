using Kps.Registry.Tokens;

namespace Kps.Cli.TokenKeys;

/// <summary>
/// What the keys of one kind do now, by the rule the gateways follow (<see cref="TokenKeySchedule"/>). Which keys they can open is not known here:
/// all are taken to be.
/// </summary>
internal sealed class KeySchedule
{
    private readonly IReadOnlyList<TokenKeyListing> _keys;
    private readonly TokenKeySchedule _schedule;
    private readonly DateTimeOffset _now;

    /// <summary>Looks at the keys of one kind.</summary>
    /// <param name="keys">Every key, in the order in which they begin to sign.</param>
    /// <param name="isTest">The kind.</param>
    /// <param name="now">The time.</param>
    public KeySchedule(IReadOnlyList<TokenKeyListing> keys, bool isTest, DateTimeOffset now)
    {
        _keys = [.. keys.Where(key => key.IsTest == isTest)];
        _schedule = TokenKeySchedule.Of(_keys, isTest);
        _now = now;
    }

    /// <summary>The key that signs now; null when none does.</summary>
    public TokenKeyListing? Signer => _schedule.Signing(_now, _ => true) is { } term ? _keys.Single(key => key.Id == term.Id) : null;

    /// <summary>The key whose time to sign comes next; null when none is waiting.</summary>
    public TokenKeyListing? Waiting => _keys.FirstOrDefault(key => key.WithdrawnAt is null && key.SignsFrom > _now);

    /// <summary>Until when the tokens of a key are accepted; null while no end is known.</summary>
    public DateTimeOffset? AcceptedUntil(TokenKeyListing key) => _schedule.Find(key.Id)?.AcceptedUntil;

    /// <summary>What a key does now.</summary>
    public string StateOf(TokenKeyListing key) => key switch
    {
        { WithdrawnAt: not null } => "geri çekildi",
        _ when key == Signer => "imzalıyor",
        _ when key.SignsFrom > _now => "sırada",
        _ when _schedule.Find(key.Id) is { } term && term.IsAccepted(_now) => "kabul ediliyor",
        _ => "süresi bitti",
    };
}
