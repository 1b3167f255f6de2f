namespace Kps.Audit.Sequencing;

/// <summary>Settings of the tree over the log. Without a connection string this node never seals; another one of the cluster must.</summary>
public sealed class SequencerOptions
{
    /// <summary>Npgsql connection string of role kps_sequencer.</summary>
    public string ConnectionString { get; set; } = string.Empty;

    /// <summary>Path of the private key that signs checkpoints: P-256, PKCS#8, PEM. All nodes have the same.</summary>
    public string? SigningKeyFile { get; set; }

    /// <summary>Name of the log on its checkpoints, a URL without scheme; 1–150 characters, no blanks, no plus sign. Never to be changed.</summary>
    public string? Origin { get; set; }

    /// <summary>File outside the database every checkpoint is appended to; a database that has less than it says is refused at start.</summary>
    public string? PublishedFile { get; set; }

    /// <summary>Time between two looks for new rows, 100 ms – 2 s.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether this node takes part.</summary>
    internal bool IsOn => ConnectionString.Length > 0;
}
