namespace Kps.Cli.Text;

/// <summary>Who runs a command, as acts name him.</summary>
internal static class Actor
{
    public static string Name => $"{Environment.UserName}@{Environment.MachineName}";
}
