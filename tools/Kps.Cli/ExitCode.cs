namespace Kps.Cli;

/// <summary>Exit codes, for scripts around the command.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Refused, misused or out of order; the reason is on standard error.</summary>
    public const int Failed = 1;

    /// <summary>Asked and answered: there is no such record, or the details asked about are not right.</summary>
    public const int NoRecord = 2;

    /// <summary>Too early: what is asked for waits for its seal.</summary>
    public const int NotSealed = 3;
}
