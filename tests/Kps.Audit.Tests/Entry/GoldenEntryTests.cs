using Kps.Audit.Vault;

namespace Kps.Audit.Tests.Entry;

/// <summary>The bytes of one intent and one outcome, once and for ever. When this test fails the format has drifted: mend the code, never the bytes.</summary>
public sealed class GoldenEntryTests
{
    private const int SaltOffset = 4;

    [Test]
    public void Intent_keeps_its_bytes()
    {
        using var body = SampleCalls.BodyKey();
        using var subject = SampleCalls.SubjectKey();
        var facts = SampleCalls.Facts(SampleCalls.Process().IslemNumbers.Next());
        var row = SampleCalls.Encoder().Encode(AuditKind.Opened, facts, null, SampleCalls.Text("criteria"), SampleCalls.Noon.AddMilliseconds(1), body, subject);
        Assert.That(WithoutSalt(CopyFields.EntryOf(row)), Is.EqualTo(Golden.Intent));
        Assert.That(Convert.ToHexStringLower(CopyFields.BodyOf(row)!), Is.EqualTo(Golden.IntentBody));
    }

    [Test]
    public void Outcome_keeps_its_bytes()
    {
        using var body = SampleCalls.BodyKey();
        var ticket = new AuditTicket(SampleCalls.Process().IslemNumbers.Next(), SampleCalls.Noon, TimeSpan.FromMicroseconds(700));
        var row = SampleCalls.Encoder().Encode(ticket, SampleCalls.Outcome() with { Code = 8, Cause = "no-right" }, null, SampleCalls.Noon.AddMilliseconds(60), body);
        Assert.That(WithoutSalt(CopyFields.EntryOf(row)), Is.EqualTo(Golden.Outcome));
    }

    [Test]
    public void Sealed_body_of_the_golden_intent_still_opens()
    {
        using var body = SampleCalls.BodyKey();
        var islemNo = SampleCalls.Process().IslemNumbers.Next();
        var text = BodySeal.Unseal(body, islemNo, AuditKind.Opened, Convert.FromHexString(Golden.IntentBody));
        Assert.That(text.Plain.ToArray(), Is.EqualTo("criteria"u8.ToArray()));
    }

    [Test]
    public void Golden_intent_still_reads()
    {
        var entry = AuditEntry.Decode(Convert.FromHexString(Golden.Intent));
        Assert.That(entry.UserId, Is.EqualTo(41));
        Assert.That(entry.ClientStack, Is.EqualTo("Microsoft WCF/4.0"));
    }

    [Test]
    public void Two_rows_never_share_a_salt()
    {
        using var body = SampleCalls.BodyKey();
        using var subject = SampleCalls.SubjectKey();
        var facts = SampleCalls.Facts(SampleCalls.Process().IslemNumbers.Next());
        var encoder = SampleCalls.Encoder();
        var first = CopyFields.EntryOf(encoder.Encode(AuditKind.Opened, facts, null, null, SampleCalls.Noon, body, subject));
        var second = CopyFields.EntryOf(encoder.Encode(AuditKind.Opened, facts, null, null, SampleCalls.Noon, body, subject));
        Assert.That(first, Is.Not.EqualTo(second));
        Assert.That(WithoutSalt(first), Is.EqualTo(WithoutSalt(second)));
    }

    private static string WithoutSalt(byte[] entry)
    {
        entry.AsSpan(SaltOffset, 16).Clear();
        return Convert.ToHexStringLower(entry);
    }
}
