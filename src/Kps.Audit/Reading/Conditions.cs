using System.Globalization;

namespace Kps.Audit.Reading;

/// <summary>The conditions of a search as they stand in the entry that tells of it: those that were given, <c>name=value</c>, divided by blanks.</summary>
internal static class Conditions
{
    public static string Of(params ReadOnlySpan<(string Name, object? Value)> conditions)
    {
        var given = new List<string>(conditions.Length);
        foreach (var (name, value) in conditions)
        {
            if (value is not null)
            {
                given.Add($"{name}={Text(value)}");
            }
        }

        return string.Join(' ', given);
    }

    private static string Text(object value) => value switch
    {
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        Enum name => name.ToString(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };
}
