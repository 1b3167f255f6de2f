using System.Reflection;
using System.Text;
using Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Mernis.Tests.Services;

/// <summary>Fills a type's every member with XML, and finds members that stayed null. Shows that each name stands in its reader.</summary>
internal static class Filled
{
    public static string Members(Type type, long kimlikNo, string? without = null)
    {
        var xml = new StringBuilder();
        foreach (var member in type.GetProperties().Where(member => member.Name != without))
        {
            xml.Append('<').Append(member.Name).Append('>').Append(Content(member.PropertyType, kimlikNo)).Append("</").Append(member.Name).Append('>');
        }

        return xml.ToString();
    }

    public static IEnumerable<string> Unread(object part) => part.GetType().GetProperties().SelectMany(member => Unread(part, member));

    private static IEnumerable<string> Unread(object part, PropertyInfo member)
    {
        var value = member.GetValue(part);
        return value is null ? [$"{part.GetType().Name}.{member.Name}"]
            : IsPart(member.PropertyType) ? Unread(value)
            : value is IEnumerable<object> items && IsPart(member.PropertyType.GetGenericArguments()[0]) ? items.SelectMany(Unread)
            : [];
    }

    private static bool IsPart(Type type) => type.IsClass && type.Assembly == typeof(Parametre).Assembly;

    private static string Content(Type type, long kimlikNo) => Nullable.GetUnderlyingType(type) switch
    {
        { } simple when simple == typeof(long) => $"{kimlikNo}",
        { } simple when simple == typeof(int) => "7",
        { } simple when simple == typeof(bool) => "true",
        { } simple when simple == typeof(DateTime) => "2020-02-29T10:11:12",
        _ when type == typeof(string) => "metin",
        _ when IsPart(type) => Members(type, kimlikNo),
        _ when IsPart(type.GetGenericArguments()[0]) => $"<{type.GetGenericArguments()[0].Name}>{Members(type.GetGenericArguments()[0], kimlikNo)}</{type.GetGenericArguments()[0].Name}>",
        _ => "<CstBilesikKutukServisDoluBilesen>TCKKBilgisi</CstBilesikKutukServisDoluBilesen>",
    };
}
