namespace Kps.Audit;

/// <summary>Settings of the log. Checked at start, all errors together. There is none that turns the log off.</summary>
public sealed class AuditOptions
{
    /// <summary>Npgsql connection string of role kps_gateway.</summary>
    public string ConnectionString { get; set; } = string.Empty;

    /// <summary>Path of the file of 32 bytes that wraps the data keys (<see cref="MasterKeyFile.Create"/>); not needed when an <see cref="IMasterKey"/> is registered.</summary>
    public string? MasterKeyFile { get; set; }

    /// <summary>Paths of former master keys that are still read with, at most 8, while keys they wrapped are wrapped anew; nothing new is wrapped under them.</summary>
    public IList<string> FormerMasterKeyFiles { get; } = [];

    /// <summary>Name of this node in audit.process, 1–100 characters.</summary>
    public string NodeName { get; set; } = Environment.MachineName;

    /// <summary>Most rows waiting for a commit, 64–65,536; beyond that calls are refused. The bytes waiting are bounded too, at 64 MiB.</summary>
    public int QueueCapacity { get; set; } = 8192;

    /// <summary>How long a row may wait for a connection, and how long the database may take over a batch, 100 ms – 10 s; then the row fails.</summary>
    public TimeSpan AppendWait { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long the process tries to reach the database at its start before it gives up, 0 – 10 minutes.</summary>
    public TimeSpan StartWait { get; set; } = TimeSpan.FromSeconds(30);
}
