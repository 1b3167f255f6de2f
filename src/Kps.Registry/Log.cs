using Microsoft.Extensions.Logging;

namespace Kps.Registry;

/// <summary>Every line this project logs.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Registry version {Version} loaded in {Milliseconds} ms: {Institutions} institutions, {Users} users.")]
    public static partial void Loaded(ILogger logger, long version, long milliseconds, int institutions, int users);

    [LoggerMessage(2, LogLevel.Error, "The registry has not been loaded: the database does not answer. Every call is refused until it does.")]
    public static partial void FirstLoadFails(ILogger logger, Exception exception);

    [LoggerMessage(3, LogLevel.Error, "The registry cannot be followed: the database does not answer. The snapshot of version {Version} stays in force.")]
    public static partial void PollFails(ILogger logger, long version, Exception exception);

    [LoggerMessage(4, LogLevel.Information, "The registry database answers again.")]
    public static partial void DatabaseIsBack(ILogger logger);

    [LoggerMessage(5, LogLevel.Warning, "The LISTEN connection to the registry is lost; changes are seen by polling until it is back.")]
    public static partial void ListenLost(ILogger logger, Exception exception);

    [LoggerMessage(6, LogLevel.Information, "Listening for registry changes.")]
    public static partial void Listening(ILogger logger);

    [LoggerMessage(7, LogLevel.Error, "A receiver of a registry change failed.")]
    public static partial void ReceiverFailed(ILogger logger, Exception exception);

    [LoggerMessage(8, LogLevel.Warning, "A user name was locked until {LockedUntil} after {Failures} wrong passwords.")]
    public static partial void NameLocked(ILogger logger, DateTimeOffset lockedUntil, int failures);

    [LoggerMessage(9, LogLevel.Error, "Address range {RangeId} of institution {InstitutionId} is unreadable and admits nobody.")]
    public static partial void RangeUnreadable(ILogger logger, int rangeId, int institutionId);
}
