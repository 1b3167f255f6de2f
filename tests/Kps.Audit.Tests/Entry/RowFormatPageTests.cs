using System.Text.RegularExpressions;
using Kps.Audit.Entry;

namespace Kps.Audit.Tests.Entry;

/// <summary>docs/reference/audit-row-format.md says what the code does.</summary>
public sealed partial class RowFormatPageTests
{
    private static readonly string Page = ReferencePage.Read("audit-row-format.md");

    [Test]
    public void Tags_are_those_of_the_code() =>
        Assert.That(
            TagRows().Matches(ReferencePage.Section(Page, "## Canonical entry")).Select(row => (int.Parse(row.Groups[1].Value), row.Groups[2].Value)),
            Is.EqualTo(Enum.GetValues<EntryTag>().Select(tag => ((int)tag, tag.ToString()))));

    [Test]
    public void Limits_are_those_of_the_code()
    {
        var limits = new Dictionary<string, int>
        {
            ["ClientStack"] = EntryLimits.ClientStackBytes,
            ["ApplicationVersion"] = EntryLimits.ApplicationVersionBytes,
            ["Cause"] = EntryLimits.CauseBytes,
            ["ActReason"] = EntryLimits.ActReasonBytes,
            ["ActBy"] = EntryLimits.ActByBytes,
            ["ActTarget"] = EntryLimits.ActTargetBytes,
            ["ActDetail"] = EntryLimits.ActDetailBytes,
            ["FieldsReturned"] = EntryLimits.FieldListBytes,
            ["FieldsWithheld"] = EntryLimits.FieldListBytes,
        };
        foreach (var (name, limit) in limits)
        {
            Assert.That(Page, Does.Contain($"| {name} | ≤ {limit} |"));
        }
    }

    [Test]
    public void Marks_are_those_of_the_code() =>
        Assert.That(
            TagRows().Matches(ReferencePage.Section(Page, "### Marks")).Select(row => (1 << int.Parse(row.Groups[1].Value), row.Groups[2].Value)),
            Is.EqualTo(Enum.GetValues<AuditMarks>().Where(mark => mark != 0).Select(mark => ((int)mark, mark.ToString()))));

    [GeneratedRegex(@"^\| (\d+) \| (\w+) \|", RegexOptions.Multiline)]
    private static partial Regex TagRows();
}
