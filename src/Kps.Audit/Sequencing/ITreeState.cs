namespace Kps.Audit.Sequencing;

/// <summary>What a health page may ask of the tree.</summary>
public interface ITreeState
{
    /// <summary>What this node does.</summary>
    TreeRole Role { get; }

    /// <summary>Why it is halted; null otherwise.</summary>
    string? Halt { get; }

    /// <summary>Leaves under the newest checkpoint this node knows; null when it knows none.</summary>
    long? Size { get; }

    /// <summary>When that checkpoint was made.</summary>
    DateTimeOffset? CheckpointAt { get; }

    /// <summary>What checkpoints are verified with, in the form Go's tools take (c2sp.org/signed-note): public; null until this node knows the log's generation.</summary>
    string? VerifierKey { get; }

    /// <summary>Committed rows no checkpoint covers yet, at most <see cref="MaxWaitingRows"/>; known to the leader alone.</summary>
    long? WaitingRows { get; }

    /// <summary>Age of the oldest of them, zero when there is none; known to the leader alone.</summary>
    TimeSpan? Lag { get; }

    /// <summary>Where counting stops.</summary>
    const int MaxWaitingRows = 100_000;
}
