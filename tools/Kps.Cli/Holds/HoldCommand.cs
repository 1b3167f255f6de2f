using System.CommandLine;
using Kps.Audit.Retention;

namespace Kps.Cli.Holds;

/// <summary><c>hold</c>: legal holds, which stop the destruction of months.</summary>
internal static class HoldCommand
{
    public static Command Create(CommandContext context) => new("hold", "Yasal tutma: üzerinde tutma olan ay, süresi dolsa da silinmez")
    {
        AddHold.Create(context),
        ListHolds.Create(context),
        LiftHold.Create(context),
    };

    public static HoldBook Book(Settings settings, TimeProvider time) => new(settings.PanelConnectionString, time);
}
