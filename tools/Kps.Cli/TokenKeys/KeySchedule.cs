using Kps.Registry.Tokens;

namespace Kps.Cli.TokenKeys;

/// <summary>Which key of one kind signs, and until when the others are accepted: the rule the gateways follow, told of a list of keys.</summary>
internal sealed class KeySchedule
{
    private readonly List<TokenKeyListing> _standing;
    private readonly DateTimeOffset _now;

    /// <summary>Looks at the keys of one kind that are not withdrawn.</summary>
    /// <param name="keys">Every key, in the order in which they begin to sign.</param>
    /// <param name="isTest">The kind.</param>
    /// <param name="now">The time.</param>
    public KeySchedule(IReadOnlyList<TokenKeyListing> keys, bool isTest, DateTimeOffset now)
    {
        _standing = [.. keys.Where(key => key.IsTest == isTest && key.WithdrawnAt is null)];
        _now = now;
    }

    /// <summary>The key that signs now; null when none does.</summary>
    public TokenKeyListing? Signer => _standing.LastOrDefault(key => key.SignsFrom <= _now);

    /// <summary>The key that begins to sign next; null when none is waiting.</summary>
    public TokenKeyListing? Waiting => _standing.FirstOrDefault(key => key.SignsFrom > _now);

    /// <summary>Until when the tokens of a key are accepted; null while no successor is known.</summary>
    public DateTimeOffset? AcceptedUntil(TokenKeyListing key) =>
        key.WithdrawnAt is { } withdrawn ? withdrawn : _standing.ElementAtOrDefault(_standing.IndexOf(key) + 1) is { } successor ? successor.SignsFrom + RegisteredTokenKey.Overlap : null;

    /// <summary>What a key does now.</summary>
    public string StateOf(TokenKeyListing key) => key switch
    {
        { WithdrawnAt: not null } => "geri çekildi",
        _ when key.SignsFrom > _now => "sırada",
        _ when key == Signer => "imzalıyor",
        _ when AcceptedUntil(key) > _now => "kabul ediliyor",
        _ => "süresi bitti",
    };
}
