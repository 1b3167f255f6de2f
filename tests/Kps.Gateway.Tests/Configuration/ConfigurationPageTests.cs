using System.Globalization;
using System.Text.RegularExpressions;
using Kps.Gateway.Configuration;

namespace Kps.Gateway.Tests.Configuration;

/// <summary>docs/reference/configuration.md lists the keys and defaults of the option classes.</summary>
internal sealed partial class ConfigurationPageTests
{
    private static readonly string Page = Reference.Read("configuration.md");

    private static IEnumerable<string> Sections => OptionSections.All.Select(section => section.Name);

    [TestCaseSource(nameof(Sections))]
    public void Section_ListsItsKeysWithTheirDefaults(string name)
    {
        var type = OptionSections.All.Single(section => section.Name == name).Type;
        var fresh = Activator.CreateInstance(type, nonPublic: true)!;
        var expected = type.GetProperties().Select(property => (property.Name, Default: Text(property.Name, property.GetValue(fresh))));

        Assert.That(Row().Matches(Reference.Section(Page, name)).Select(row => (row.Groups[1].Value, Default: row.Groups[2].Value)), Is.EquivalentTo(expected));
    }

    private static string Text(string key, object? value) => value switch
    {
        null or "" => "–",
        string when key == "NodeName" => "the machine's name",
        IList<string> { Count: 0 } or IDictionary<string, string> { Count: 0 } => "none",
        IList<string> entries => string.Join(", ", entries.Select(entry => $"`{entry}`")),
        bool flag => flag ? "`true`" : "`false`",
        IFormattable other => $"`{other.ToString(null, CultureInfo.InvariantCulture)}`",
        _ => $"`{value}`",
    };

    [GeneratedRegex(@"^\| `(\w+)` \| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
