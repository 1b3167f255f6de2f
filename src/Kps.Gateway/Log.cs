using Kps.Audit;
using Kps.Gateway.Call;

namespace Kps.Gateway;

/// <summary>
/// Every line this project logs; ids in blocks of a thousand by stage, 9000 for the host. Arguments are işlem numbers, codes and type
/// names: nothing of the message itself.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Debug, "Call {IslemNo} ended in {Stage} with {Fault}.")]
    public static partial void CallRefused(ILogger logger, IslemNo islemNo, string stage, FaultCode fault);

    [LoggerMessage(3001, LogLevel.Warning, "The hashing lane is full or slow: {Waiting} callers wait ({Untold} turned away since the last such line).")]
    public static partial void HashingLaneBusy(ILogger logger, int waiting, long untold);

    [LoggerMessage(3002, LogLevel.Error, "A worker of the hashing lane failed on one job and goes on.")]
    public static partial void HashingFailed(ILogger logger, Exception exception);

    [LoggerMessage(8001, LogLevel.Error, "Call {IslemNo}: the audit log is unavailable, the answer is withheld ({Untold} more since the last such line).")]
    public static partial void AuditUnavailable(ILogger logger, IslemNo islemNo, long untold, Exception exception);

    [LoggerMessage(8002, LogLevel.Error, "A call was refused before it had a number: the audit log is unavailable ({Untold} more since the last such line).")]
    public static partial void NoIslemNo(ILogger logger, long untold, Exception exception);

    [LoggerMessage(8003, LogLevel.Warning, "No write into the heartbeat table: this node reports itself not ready {Limit} after the last one.")]
    public static partial void HeartbeatLost(ILogger logger, TimeSpan limit, Exception exception);

    [LoggerMessage(8004, LogLevel.Information, "The heartbeat table takes writes again.")]
    public static partial void HeartbeatBack(ILogger logger);

    [LoggerMessage(8005, LogLevel.Warning, "The log has no partition for next month (months ahead: {MonthsAhead}): calls will be refused from its first day. Run audit.ensure_partitions.")]
    public static partial void PartitionMissing(ILogger logger, int monthsAhead);

    [LoggerMessage(9001, LogLevel.Error, "Call {IslemNo} failed with {ExceptionType}: {Trace}")]
    private static partial void CallFailed(ILogger logger, IslemNo islemNo, string exceptionType, string? trace);

    /// <summary>Type and stack only: the message of an unforeseen exception may quote the request.</summary>
    public static void CallFailed(ILogger logger, IslemNo islemNo, Exception exception) =>
        CallFailed(logger, islemNo, exception.GetType().Name, exception.StackTrace);

    [LoggerMessage(9002, LogLevel.Error, "Call {IslemNo}: the registry is unavailable.")]
    public static partial void RegistryUnavailable(ILogger logger, IslemNo islemNo, Exception exception);

    [LoggerMessage(9003, LogLevel.Information, "KpsGateway {Version} in {Environment}, {Mode} mode; public address {PublicUrl}.")]
    public static partial void Started(ILogger logger, string version, string environment, string mode, string publicUrl);

    [LoggerMessage(9004, LogLevel.Warning, "The registry in memory is {AgeSeconds} s old: the database does not confirm it. Changes to users and rights do not arrive.")]
    public static partial void RegistryStale(ILogger logger, int ageSeconds);

    [LoggerMessage(9005, LogLevel.Information, "The registry is confirmed by the database again.")]
    public static partial void RegistryFresh(ILogger logger);

    [LoggerMessage(9006, LogLevel.Warning, "This machine's clock differs from the database's by {OffsetSeconds} s; NVİ refuses messages whose clock is wrong.")]
    public static partial void ClockOff(ILogger logger, double offsetSeconds);

    [LoggerMessage(9007, LogLevel.Information, "Endpoint {Endpoint} has a new certificate, valid until {NotAfter}.")]
    public static partial void CertificateReplaced(ILogger logger, string endpoint, DateTimeOffset notAfter);

    [LoggerMessage(9008, LogLevel.Error, "The changed certificate of endpoint {Endpoint} cannot be used; the one in use, valid until {NotAfter}, stays.")]
    public static partial void CertificateUnusable(ILogger logger, string endpoint, DateTimeOffset notAfter, Exception exception);

    [LoggerMessage(9040, LogLevel.Error, "The changed certificate of endpoint {Endpoint} could not be written to the log; the one in use, valid until {NotAfter}, stays.")]
    public static partial void CertificateUntold(ILogger logger, string endpoint, DateTimeOffset notAfter, Exception exception);

    [LoggerMessage(9009, LogLevel.Information, "Stopping: not ready from now on, the doors close in {Delay}.")]
    public static partial void Stopping(ILogger logger, TimeSpan delay);

    [LoggerMessage(9020, LogLevel.Information, "Made the first key of the token door; fingerprint {Fingerprint}.")]
    public static partial void FirstTokenKeyMade(ILogger logger, string fingerprint);

    [LoggerMessage(9021, LogLevel.Error, "The token door has no key and none can be made yet: tokens are not issued. Tried again every two seconds.")]
    public static partial void FirstTokenKeyFails(ILogger logger, Exception exception);

    [LoggerMessage(9022, LogLevel.Error, "Key {KeyId} of the token door is wrapped under the master key {Theirs}, this node has {Ours}: its tokens are refused here.")]
    public static partial void TokenKeyOfAnotherMasterKey(ILogger logger, int keyId, string theirs, string ours);

    [LoggerMessage(9023, LogLevel.Error, "Key {KeyId} of the token door cannot be unwrapped: its tokens are refused here.")]
    public static partial void TokenKeyUnusable(ILogger logger, int keyId, Exception exception);

    [LoggerMessage(9024, LogLevel.Error, "Key {KeyId} of the token door opens as the key {Found}, its row names {Named}: its tokens are refused here.")]
    public static partial void TokenKeyOfAnotherRow(ILogger logger, int keyId, string found, string named);
}
