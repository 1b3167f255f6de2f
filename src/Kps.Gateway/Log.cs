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

    [LoggerMessage(3001, LogLevel.Warning, "The hashing lane is full or slow: {Waiting} callers wait.")]
    public static partial void HashingLaneBusy(ILogger logger, int waiting);

    [LoggerMessage(3002, LogLevel.Error, "A worker of the hashing lane failed on one job and goes on.")]
    public static partial void HashingFailed(ILogger logger, Exception exception);

    [LoggerMessage(8001, LogLevel.Error, "Call {IslemNo}: the audit log is unavailable, the answer is withheld.")]
    public static partial void AuditUnavailable(ILogger logger, IslemNo islemNo, Exception exception);

    [LoggerMessage(8002, LogLevel.Error, "A call was refused before it had a number: the audit log is unavailable.")]
    public static partial void NoIslemNo(ILogger logger, Exception exception);

    [LoggerMessage(9001, LogLevel.Error, "Call {IslemNo} failed with {ExceptionType}: {Trace}")]
    private static partial void CallFailed(ILogger logger, IslemNo islemNo, string exceptionType, string? trace);

    /// <summary>Type and stack only: the message of an unforeseen exception may quote the request.</summary>
    public static void CallFailed(ILogger logger, IslemNo islemNo, Exception exception) =>
        CallFailed(logger, islemNo, exception.GetType().Name, exception.StackTrace);

    [LoggerMessage(9002, LogLevel.Error, "Call {IslemNo}: the registry is unavailable.")]
    public static partial void RegistryUnavailable(ILogger logger, IslemNo islemNo, Exception exception);

    [LoggerMessage(9003, LogLevel.Information, "KpsGateway {Version} in {Environment}; public address {PublicUrl}.")]
    public static partial void Started(ILogger logger, string version, string environment, string publicUrl);
}
