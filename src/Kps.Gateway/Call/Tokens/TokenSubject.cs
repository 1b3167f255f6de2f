using Kps.Audit;

namespace Kps.Gateway.Call.Tokens;

/// <summary>What a token binds: who proved himself, for whom he asks, under which işlem no. Registry numbers, no names (ASCII only).</summary>
internal sealed record TokenSubject
{
    /// <summary>Registry number of the user.</summary>
    public required int UserId { get; init; }

    /// <summary>The password version that was proven; another one voids the token.</summary>
    public required int PasswordVersion { get; init; }

    /// <summary>Registry number of the institution the token was taken for.</summary>
    public required int InstitutionId { get; init; }

    /// <summary>Registry number of the application; null when none was named and the user has no default.</summary>
    public required int? ApplicationId { get; init; }

    /// <summary>SorgulayanKimlikNo of the issue; null when it was absent or no number. Clients keep a token: it is the asker of the first query.</summary>
    public required long? Asker { get; init; }

    /// <summary>The işlem no of the issue.</summary>
    public required IslemNo IssuedUnder { get; init; }

    /// <summary>Registry numbers only.</summary>
    public override string ToString() => $"user {UserId} of {InstitutionId}";
}
