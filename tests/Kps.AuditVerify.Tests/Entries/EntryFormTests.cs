using System.Text.RegularExpressions;
using Kps.Audit;
using Kps.AuditVerify.Entries;
using Kps.AuditVerify.Text;

namespace Kps.AuditVerify.Tests.Entries;

/// <summary>The verifier's own reading of an entry says what docs/reference/audit-row-format.md says.</summary>
public sealed partial class EntryFormTests
{
    [Test]
    public void Fields_AreThoseOfThePage()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "reference", "audit-row-format.md"));
        var rows = Fields().Matches(page[page.IndexOf("## Canonical entry", StringComparison.Ordinal)..page.IndexOf("### Marks", StringComparison.Ordinal)]);

        Assert.That(rows.Select(row => byte.Parse(row.Groups[1].Value)), Is.EqualTo(Enumerable.Range(1, 255).Select(tag => (byte)tag).Where(tag => EntryForm.Of(tag) is not null)));
        foreach (Match row in rows)
        {
            var form = EntryForm.Of(byte.Parse(row.Groups[1].Value))!.Value;
            var bytes = row.Groups[3].Value;
            var said = form.Kind switch
            {
                FieldKind.Exact => $"{form.Bytes}",
                FieldKind.Text or FieldKind.Word => $"≤ {form.Bytes}",
                FieldKind.Address => "4 or 16",
                _ => "14 each, ≤ 16",
            };
            Assert.That(bytes, Is.EqualTo(said), row.Value);
            Assert.That(form.Kind == FieldKind.Word, Is.EqualTo(row.Value.Contains("machine word")), row.Value);
        }
    }

    [TestCase("", "version")]
    [TestCase("02", "version")]
    [TestCase("01 01 00", "head")]
    [TestCase("01 01 00 10", "longer")]
    [TestCase("01 02 00 01 01", "out of order")]
    [TestCase("01 01 00 01 00", "form")]
    [TestCase("01 01 00 10 00000000000000000000000000000000", "no known kind")]
    [TestCase("01 01 00 10 00000000000000000000000000000000 02 00 01 01 02 00 01 01", "out of order")]
    [TestCase("01 01 00 10 00000000000000000000000000000000 02 00 01 01", "işlem no")]
    [TestCase("01 01 00 10 00000000000000000000000000000000 02 00 01 01 03 00 08 0000200000000001", "no time")]
    [TestCase("01 01 00 10 00000000000000000000000000000000 02 00 01 06 03 00 08 0000200000000001 0A 00 08 0000000000000001", "no act")]
    [TestCase("01 01 00 10 00000000000000000000000000000000 02 00 01 01 03 00 08 0000200000000001 0A 00 08 0000000000000001 19 00 01 FF", "field 25")]
    public void Flaw_IsNamed(string hex, string flaw) =>
        Assert.That(EntryForm.Check(Convert.FromHexString(hex.Replace(" ", string.Empty)), out _), Does.Contain(flaw));

    [Test]
    public void IslemNo_IsWrittenAsTheGatewayWritesIt()
    {
        for (var value = 1L; value < 1L << 60; value = (value * 7) + 3)
        {
            var isIssuable = IslemNo.TryCreate(value, out var islemNo);
            Assert.That(IslemNoText.IsIssuable(value), Is.EqualTo(isIssuable));
            Assert.That(IslemNoText.Of(value), Is.EqualTo(isIssuable ? islemNo.ToString() : "?"));
        }
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "KpsGateway.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests run outside the source tree.");
        }

        return directory.FullName;
    }

    [GeneratedRegex(@"^\| (\d+) \| (\w+) \| ([^|]+) \| .*$", RegexOptions.Multiline)]
    private static partial Regex Fields();
}
