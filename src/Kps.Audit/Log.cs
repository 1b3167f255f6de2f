using Microsoft.Extensions.Logging;

namespace Kps.Audit;

/// <summary>What the log says about itself; ids 8001–8099.</summary>
internal static partial class Log
{
    [LoggerMessage(8001, LogLevel.Information, "Audit log ready: process prefix {Prefix}, node {Node}, master key {MasterKey}")]
    public static partial void Ready(ILogger logger, int prefix, string node, string masterKey);

    [LoggerMessage(8002, LogLevel.Information, "Audit writer connected")]
    public static partial void WriterConnected(ILogger logger);

    [LoggerMessage(8003, LogLevel.Error, "Audit writer cannot connect; calls are refused until it can. Next attempt in {Pause}")]
    public static partial void WriterCannotConnect(ILogger logger, Exception error, TimeSpan pause);

    [LoggerMessage(8004, LogLevel.Error, "Audit writer lost its connection or was refused a batch")]
    public static partial void WriterBroken(ILogger logger, Exception error);

    [LoggerMessage(8005, LogLevel.Warning, "Audit database not reached at start; trying again in {Pause}")]
    public static partial void StartRetried(ILogger logger, Exception error, TimeSpan pause);

    [LoggerMessage(8006, LogLevel.Critical, "The audit database runs with fsync off: rows reported durable will not survive a power cut")]
    public static partial void SyncOff(ILogger logger);

    [LoggerMessage(8007, LogLevel.Critical, "Next month's audit partition does not exist: calls will be refused from the first of the month. Run audit.ensure_partitions")]
    public static partial void PartitionMissing(ILogger logger);

    [LoggerMessage(8008, LogLevel.Error, "Audit writer did not finish within the time allowed for shutdown")]
    public static partial void StopTimedOut(ILogger logger);

    [LoggerMessage(8009, LogLevel.Information, "Audit log stopped; everything accepted was committed or reported as failed")]
    public static partial void Stopped(ILogger logger);

    [LoggerMessage(8010, LogLevel.Warning, "The master key file can be read by others than its owner")]
    public static partial void MasterKeyReadable(ILogger logger);

    [LoggerMessage(8011, LogLevel.Critical, "The tree over the log is refused and nothing is sealed: {Reason}")]
    public static partial void TreeRefused(ILogger logger, string reason);

    [LoggerMessage(8012, LogLevel.Information, "This node seals the log, from leaf {Size} on; checkpoints are verified with {VerifierKey}")]
    public static partial void SequencerLeads(ILogger logger, long size, string verifierKey);

    [LoggerMessage(8013, LogLevel.Information, "Another node seals the log; this one stands by")]
    public static partial void SequencerStandsBy(ILogger logger);

    [LoggerMessage(8014, LogLevel.Error, "The sequencer has no connection and tries again; rows wait for their seal, calls go on")]
    public static partial void SequencerDisconnected(ILogger logger, Exception error);

    [LoggerMessage(8015, LogLevel.Error, "The checkpoint over {Size} leaves could not be published")]
    public static partial void NotPublished(ILogger logger, long size, Exception error);

    [LoggerMessage(8016, LogLevel.Warning, "{File} holds no checkpoint although the log has {Size} leaves: a database that was set back could not be told")]
    public static partial void NothingPublished(ILogger logger, string file, long size);

    [LoggerMessage(8017, LogLevel.Information, "The sequencer stopped")]
    public static partial void SequencerStopped(ILogger logger);

    [LoggerMessage(8018, LogLevel.Critical, "Sealing is halted until somebody has looked; calls go on, rows wait for their seal: {Reason}")]
    public static partial void SequencerHalted(ILogger logger, string reason, Exception error);

    [LoggerMessage(8030, LogLevel.Information, "Stamped: the checkpoint over {Size} leaves, at {GenTime:u}, by {Signer}")]
    public static partial void Stamped(ILogger logger, long size, DateTimeOffset genTime, string signer);

    [LoggerMessage(8031, LogLevel.Warning, "No stamp this time, next attempt in {Pause}; calls and sealing go on: {Reason}")]
    public static partial void NotStamped(ILogger logger, string reason, TimeSpan pause);

    [LoggerMessage(8032, LogLevel.Error, "No stamp for {Lag}, more than the limit of {Limit}: what was sealed since has no outside witness yet. See docs/operations/anchoring.md")]
    public static partial void AnchoringLate(ILogger logger, TimeSpan lag, TimeSpan limit);

    [LoggerMessage(8033, LogLevel.Information, "Stamps have caught up")]
    public static partial void AnchoringCaughtUp(ILogger logger);

    [LoggerMessage(8034, LogLevel.Information, "{Count} old stamps renewed by one that is good until {Until:u}")]
    public static partial void ReStamped(ILogger logger, int count, DateTimeOffset until);

    [LoggerMessage(8035, LogLevel.Warning, "Anchoring:KamuSmIdentity is on: its header was written from public descriptions and is not verified against Kamu SM's service")]
    public static partial void KamuSmIdentityUnverified(ILogger logger);

    [LoggerMessage(8036, LogLevel.Error, "Stamping or copying of checkpoints was disturbed and goes on; calls and sealing have no part in it")]
    public static partial void AnchoringDisturbed(ILogger logger, Exception error);

    [LoggerMessage(8037, LogLevel.Information, "Stamping of checkpoints stopped")]
    public static partial void AnchoringStopped(ILogger logger);

    [LoggerMessage(8038, LogLevel.Warning, "The checkpoint over {Size} leaves is not in the second place, next attempt in {Pause}; calls and sealing go on")]
    public static partial void NotCopied(ILogger logger, long size, TimeSpan pause, Exception error);

    [LoggerMessage(8039, LogLevel.Information, "Copying of checkpoints stopped")]
    public static partial void CopyingStopped(ILogger logger);
}
