using System.CommandLine;

namespace Kps.Cli.Ranges;

/// <summary><c>range</c>: the addresses an institution calls from.</summary>
internal static class RangeCommand
{
    public static Command Create(CommandContext context) => new("range", "Kurumların IP adres aralıkları")
    {
        AddRange.Create(context),
        ListRanges.Create(context),
        DisableRange.Create(context),
    };
}
