namespace Kps.Cli.AuditLog;

/// <summary>Who sits at the terminal, as far as the operating system knows.</summary>
internal static class Operator
{
    /// <summary><c>name@machine</c>; stands on acts.</summary>
    public static string Name => $"{Environment.UserName}@{Environment.MachineName}";
}
