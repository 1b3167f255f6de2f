namespace Kps.Audit.Anchoring;

/// <summary>What a health page may ask of the stamps and of the second place. It decides over nothing: calls go on without either.</summary>
public interface IAnchorState
{
    /// <summary>Whether checkpoints are stamped.</summary>
    bool IsStamping { get; }

    /// <summary>The newest stamp; null when there is none or it is not known yet.</summary>
    StoredAnchor? Last { get; }

    /// <summary>Age of the oldest checkpoint that no stamp covers, zero when there is none; null when it is not known.</summary>
    TimeSpan? Lag { get; }

    /// <summary>Whether <see cref="Lag"/> is beyond the limit.</summary>
    bool IsLate { get; }

    /// <summary>Why the last attempt to get a stamp or to renew old ones failed; null after one that did not. Known to the node that seals.</summary>
    string? Failure { get; }

    /// <summary>When the first certificate expires that old stamps hang on and that should have been renewed by now; null when all are renewed. Known to the node that seals.</summary>
    DateTimeOffset? RenewalOverdueAt { get; }

    /// <summary>Whether checkpoints are copied to a second place.</summary>
    bool IsCopying { get; }

    /// <summary>Leaves under the newest checkpoint the second place has confirmed; known to the node that seals.</summary>
    long? SecondPlaceSize { get; }

    /// <summary>Age of the oldest checkpoint seen that the second place has nothing newer than; zero when it has the newest. Known to the node that seals.</summary>
    TimeSpan? SecondPlaceLag { get; }

    /// <summary>Whether <see cref="SecondPlaceLag"/> is beyond the limit.</summary>
    bool IsSecondPlaceLate { get; }

    /// <summary>Why the last copy failed; null after one that did not.</summary>
    string? SecondPlaceFailure { get; }
}
