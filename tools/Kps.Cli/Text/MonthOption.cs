using System.CommandLine;
using System.Globalization;

namespace Kps.Cli.Text;

/// <summary>An option that takes a month of the log, <c>2020-01</c>.</summary>
internal static class MonthOption
{
    public static Option<DateOnly> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-AA",
        Required = true,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            {
                return month;
            }

            result.AddError($"{name} bir ay olmalı, örneğin 2020-01.");
            return default;
        },
    };

    public static string Text(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
