using System.CommandLine;

namespace Kps.Cli.Retention;

/// <summary><c>retention</c>: how long the log is kept, and the end of its months.</summary>
internal static class RetentionCommand
{
    public static Command Create(CommandContext context) => new("retention", "Denetim izinin saklama süresi ve süresi dolan ayların silinmesi")
    {
        ListMonths.Create(context),
        RunRetention.Create(context),
        ChangeTerm.Create(context),
    };
}
