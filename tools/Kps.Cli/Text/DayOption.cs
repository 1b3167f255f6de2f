using System.CommandLine;

namespace Kps.Cli.Text;

/// <summary>An option that takes a day or a wall-clock time and says so when it cannot read it.</summary>
internal static class DayOption
{
    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "GG.AA.YYYY",
        CustomParser = result =>
        {
            if (Istanbul.TryReadDay(result.Tokens[0].Value, out var day))
            {
                return day;
            }

            result.AddError($"{name} bir gün olmalı, örneğin 31.12.2026.");
            return null;
        },
    };

    public static Option<DateTimeOffset?> Time(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "\"GG.AA.YYYY SS:DD\"",
        CustomParser = result =>
        {
            if (Istanbul.TryRead(result.Tokens[0].Value, out var time))
            {
                return time;
            }

            result.AddError($"{name} bir gün ya da saat olmalı (Türkiye saati), örneğin 14.03.2026 ya da \"14.03.2026 10:42\".");
            return null;
        },
    };
}
