using System.Globalization;

namespace Kps.Registry.Journal;

/// <summary>How changed values stand in a <see cref="RegistryChange.Detail"/>: <c>durum: Aktif → Pasif; bitis: – → 2027-01-31</c>.</summary>
internal static class ChangeText
{
    private const string Nothing = "–";

    /// <summary>One value, as it was and as it is.</summary>
    public static string Change(string name, object? old, object? now) => $"{name}: {Text(old)} → {Text(now)}";

    /// <summary>One value of a new row.</summary>
    public static string Value(string name, object? value) => $"{name}: {Text(value)}";

    /// <summary>Several values.</summary>
    public static string Join(params ReadOnlySpan<string> values) => string.Join("; ", values!);

    private static string Text(object? value) => value switch
    {
        null or "" => Nothing,
        DateTimeOffset time => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? Nothing,
    };
}
