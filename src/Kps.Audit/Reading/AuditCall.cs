namespace Kps.Audit.Reading;

/// <summary>One call: its intent and outcome, its refusal, or the issue of a token.</summary>
public sealed record AuditCall
{
    /// <summary>The intent, the refusal or the issue.</summary>
    public required AuditEntry Opening { get; init; }

    /// <summary>The outcome; null for a refusal, for an issue and for an unknown outcome.</summary>
    public AuditEntry? Closing { get; init; }

    /// <summary>Outcome rows found: 0 or 1. More can only have been put there by someone else; <see cref="Closing"/> is then the earliest.</summary>
    public int Outcomes { get; init; }

    /// <summary>Criteria, opened; null when there are none or they were not asked for.</summary>
    public SealedText? Criteria { get; init; }

    /// <summary>The answer as delivered, opened; null when there is none or it was not asked for.</summary>
    public SealedText? Result { get; init; }

    /// <summary>The number.</summary>
    public IslemNo IslemNo => Opening.IslemNo;

    /// <summary>What became of it.</summary>
    public AuditCallState State => (Opening.Kind, Closing) switch
    {
        (AuditKind.Refused, _) => AuditCallState.Refused,
        (AuditKind.TokenIssued, _) => AuditCallState.TokenIssued,
        (_, null) => AuditCallState.Unknown,
        (_, { Outcome: 0 }) => AuditCallState.Answered,
        _ => AuditCallState.Failed,
    };
}
