using Kps.Mernis.Transport;
using Microsoft.Extensions.Logging;

namespace Kps.Mernis;

/// <summary>Every line this project logs. None has a place for a number, a password, a token or NVİ's own fault text.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Warning, "Exchange with {Host} failed: {Failure}")]
    public static partial void ExchangeFailed(ILogger logger, string host, TransportFailure failure, Exception exception);

    [LoggerMessage(3002, LogLevel.Warning, "{Kind} attempt ended in {Fault}; HTTP {HttpStatus}, SOAP subcode {Subcode}")]
    public static partial void AttemptFailed(ILogger logger, UpstreamAttemptKind kind, UpstreamFault fault, int? httpStatus, string? subcode);

    [LoggerMessage(3003, LogLevel.Information, "New token from the STS, valid for {Lifetime}")]
    public static partial void TokenObtained(ILogger logger, TimeSpan lifetime);

    [LoggerMessage(3004, LogLevel.Warning, "No token from the STS: {Fault}; next request in {HoldOff} at the earliest")]
    public static partial void TokenNotObtained(ILogger logger, UpstreamFault fault, TimeSpan holdOff);

    [LoggerMessage(3005, LogLevel.Error, "The password file {File} cannot be used")]
    public static partial void PasswordUnreadable(ILogger logger, string file, Exception exception);

    [LoggerMessage(3006, LogLevel.Warning, "The router refused the token; clock, account or certificate at NVİ may be the cause. Replaced: {Replaced}")]
    public static partial void TokenRefused(ILogger logger, bool replaced);

    [LoggerMessage(3007, LogLevel.Error, "Circuit to the router opened for {BreakDuration}")]
    public static partial void CircuitOpened(ILogger logger, TimeSpan breakDuration);

    [LoggerMessage(3008, LogLevel.Information, "Circuit to the router closed")]
    public static partial void CircuitClosed(ILogger logger);

    [LoggerMessage(3009, LogLevel.Error, "The token request broke off by a defect of this program")]
    public static partial void TokenRequestBroke(ILogger logger, Exception exception);
}
