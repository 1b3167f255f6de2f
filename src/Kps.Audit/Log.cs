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
}
