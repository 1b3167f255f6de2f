using System.Text.RegularExpressions;
using Kps.Audit.Acts;
using Kps.Audit.Entry;
using Kps.Audit.Writing;

namespace Kps.Audit.Tests.Entry;

/// <summary>docs/reference/audit-events.md names every act, every kind and the fields each kind can have, as the code writes them.</summary>
public sealed partial class EventsPageTests
{
    private static readonly string Page = ReferencePage.Read("audit-events.md");

    [Test]
    public void Acts_are_those_of_the_code() =>
        Assert.That(
            ActRows().Matches(ReferencePage.Section(Page, "## Acts")).Select(row => (int.Parse(row.Groups[1].Value), row.Groups[2].Value)),
            Is.EqualTo(Enum.GetValues<AuditAct>().Where(act => act != AuditAct.None).Select(act => ((int)act, act.ToString()))));

    [TestCase(AuditKind.Opened)]
    [TestCase(AuditKind.Closed)]
    [TestCase(AuditKind.Refused)]
    [TestCase(AuditKind.RegistryEvent)]
    [TestCase(AuditKind.PortalEvent)]
    [TestCase(AuditKind.Act)]
    [TestCase(AuditKind.TokenIssued)]
    public void Fields_are_those_the_code_writes(AuditKind kind)
    {
        var told = KindRows().Matches(ReferencePage.Section(Page, "## Kinds")).Single(row => int.Parse(row.Groups[1].Value) == (int)kind).Groups[2].Value;
        Assert.That(told.Split(", "), Is.EqualTo(TagsOf(Fullest(kind)).Where(tag => tag > EntryTag.RecordedAt).Select(tag => tag.ToString())));
    }

    /// <summary>An entry of a kind with everything said that can be said.</summary>
    private static byte[] Fullest(AuditKind kind)
    {
        var process = SampleCalls.Process();
        var (pool, number, body) = (new RowPool(), process.IslemNumbers.Next(), SampleCalls.Text("x"));
        var encoder = new RowEncoder(pool, process);
        var facts = SampleCalls.Facts(number) with { AttemptedUserName = "kimse", TokenIslemNo = number };
        var row = kind switch
        {
            AuditKind.Opened => encoder.Encode(kind, facts, null, body, SampleCalls.Noon, SampleCalls.BodyKey(), SampleCalls.SubjectKey()),
            AuditKind.Refused => encoder.Encode(
                kind, facts, new CallRefusal { Code = 1, Cause = "x" }, body, SampleCalls.Noon, SampleCalls.BodyKey(), SampleCalls.SubjectKey()),
            AuditKind.TokenIssued => encoder.Encode(
                kind,
                facts with { Operation = Contracts.KpsOperation.None, Subject = null, TokenIslemNo = null, AttemptedUserName = null },
                null,
                body,
                SampleCalls.Noon,
                SampleCalls.BodyKey(),
                SampleCalls.SubjectKey()),
            AuditKind.Closed => encoder.Encode(
                new AuditTicket(number, SampleCalls.Noon, TimeSpan.FromMilliseconds(1)),
                SampleCalls.Outcome() with { Cause = "x" },
                body,
                SampleCalls.Noon,
                SampleCalls.BodyKey()),
            _ => null,
        };
        if (row is null)
        {
            var hash = new byte[32];
            return ActEntry.Encode(
                new ActFacts(kind, AuditAct.ResultViewed, "x")
                {
                    Reason = "x", ActorUserId = 1, UserId = 1, InstitutionId = 1, Target = "x", Detail = "x", About = number, Rows = 1, Sha256 = hash,
                    Subject = new(1, new SubjectIndex(1)), TreeSize = 1, TreeRoot = hash, PublishedSize = 1, PublishedRoot = hash,
                },
                number,
                1,
                SampleCalls.Noon);
        }

        return CopyFields.EntryOf(row);
    }

    private static List<EntryTag> TagsOf(byte[] entry)
    {
        var tags = new List<EntryTag>();
        for (var at = 1; at < entry.Length; at += 3 + ((entry[at + 1] << 8) | entry[at + 2]))
        {
            tags.Add((EntryTag)entry[at]);
        }

        return tags;
    }

    [GeneratedRegex(@"^\| (\d+) \| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex ActRows();

    [GeneratedRegex(@"^\| (\d) \|[^|]+\|[^|]+\| ([\w, ]+) \|", RegexOptions.Multiline)]
    private static partial Regex KindRows();
}
