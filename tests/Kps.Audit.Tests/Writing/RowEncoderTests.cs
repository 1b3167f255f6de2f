using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Kps.Audit.Vault;
using Kps.Contracts;

namespace Kps.Audit.Tests.Writing;

public sealed class RowEncoderTests
{
    private const int KindColumn = 2;
    private const int OutcomeColumn = 5;
    private const int SubjectColumn = 8;

    private static readonly Gen<string> Words = Gen.Elements("", "a", "nvi-timeout", "password.wrong", "x:y_z");

    private static readonly Gen<string> Texts = Gen.Elements("", "Firma/Ürün 4.2", "Ş İ ı ğ", "kps\t\r\nline", new string('ü', 300), "10000000000 ve 5", "\ud800 half");

    private static readonly Gen<int?> Ids = Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(int.MinValue, int.MaxValue).Select(value => (int?)value));

    private static readonly Gen<DateTimeOffset> Times = Gen.Choose(0, int.MaxValue).Two().Select(pair => SampleCalls.Noon.AddMicroseconds(((long)pair.Item1 << 10) + pair.Item2));

    private static readonly Gen<IPAddress?> Addresses = Gen.Elements<IPAddress?>(
        null, IPAddress.Parse("10.0.0.1"), IPAddress.Parse("2001:db8::17"), IPAddress.Parse("::ffff:192.0.2.4"), IPAddress.Parse("fe80::1%3"));

    private static readonly Gen<TimeSpan> Durations = Gen.Choose(0, int.MaxValue).Select(value => TimeSpan.FromMicroseconds(value));

    private static readonly Gen<UpstreamAttemptFact> Attempts =
        from kind in Gen.Elements(Enum.GetValues<UpstreamAttemptKind>())
        from start in Times
        from duration in Durations
        from result in Gen.Elements(Enum.GetValues<UpstreamAttemptResult>())
        select new UpstreamAttemptFact(kind, start, duration, result);

    private static readonly Gen<CallFacts> Calls =
        from ids in Gen.ArrayOf(Ids, 4)
        from texts in Gen.ArrayOf(Texts, 3)
        from received in Times
        from addresses in Gen.ArrayOf(Addresses, 2)
        from door in Gen.Elements(Enum.GetValues<AuditDoor>())
        from credential in Gen.Elements(Enum.GetValues<AuditCredential>())
        from operation in Gen.Elements(Enum.GetValues<KpsOperation>())
        from marks in Gen.Choose(0, (1 << 13) - 1)
        from person in Gen.Choose(99_999_999, 999_999_999)
        from asker in Gen.Choose(-1, int.MaxValue)
        from soap in Gen.Elements<byte>(0, 11, 12)
        from isByToken in Gen.Elements(true, false)
        select new CallFacts
        {
            IslemNo = SampleCalls.Process().IslemNumbers.Next(),
            ReceivedAt = received,
            Door = door,
            SoapVersion = soap,
            Credential = credential,
            PeerAddress = addresses[0],
            CallerAddress = addresses[1],
            ClientStack = texts[0],
            UserId = ids[0],
            InstitutionId = ids[1],
            KurumKodu = ids[2],
            ApplicationId = ids[3],
            ApplicationVersion = texts[1],
            AttemptedUserName = texts[2],
            TokenIslemNo = isByToken ? SampleCalls.Process().IslemNumbers.Next() : null,
            Operation = operation,
            Subject = person < 100_000_000 ? null : Tckn.FromFirstNine(person),
            Asker = asker < 0 ? null : asker,
            Marks = (AuditMarks)marks,
        };

    private static readonly Gen<CallOutcome> Outcomes =
        from code in Gen.Choose(int.MinValue, int.MaxValue)
        from cause in Words
        from sent in Times
        from answered in Gen.OneOf(Times.Select(value => (DateTimeOffset?)value), Gen.Constant<DateTimeOffset?>(null))
        from attempts in Gen.ArrayOf(Attempts)
        from durations in Gen.ArrayOf(Durations, 3)
        from fields in Gen.ArrayOf(Texts, 2)
        select new CallOutcome
        {
            Code = code,
            Cause = cause,
            NviSentAt = sent,
            NviAnsweredAt = answered,
            Attempts = attempts,
            StsTime = durations[0],
            NviTime = durations[1],
            GatewayTime = durations[2],
            FieldsReturned = fields[0],
            FieldsWithheld = fields[1],
        };

    [Test]
    public void Facts_survive_the_entry() => Prop.ForAll(Calls.ToArbitrary(), facts =>
    {
        using var body = SampleCalls.BodyKey();
        using var subject = SampleCalls.SubjectKey();
        var entry = AuditEntry.Decode(CopyFields.EntryOf(SampleCalls.Encoder().Encode(AuditKind.Opened, facts, null, null, SampleCalls.Noon, body, subject)));

        Assert.Multiple(() =>
        {
            Assert.That(entry.Kind, Is.EqualTo(AuditKind.Opened));
            Assert.That(entry.IslemNo, Is.EqualTo(facts.IslemNo));
            Assert.That(entry.Process, Is.EqualTo(0x000102));
            Assert.That(entry.RecordedAt, Is.EqualTo(SampleCalls.Noon));
            Assert.That(entry.ReceivedAt, Is.EqualTo(facts.ReceivedAt));
            Assert.That(entry.Door, Is.EqualTo(facts.Door));
            Assert.That(entry.SoapVersion, Is.EqualTo(facts.SoapVersion));
            Assert.That(entry.Credential, Is.EqualTo(facts.Credential));
            Assert.That(entry.PeerAddress, Is.EqualTo(Plain(facts.PeerAddress)));
            Assert.That(entry.CallerAddress, Is.EqualTo(Plain(facts.CallerAddress)));
            Assert.That(entry.UserId, Is.EqualTo(facts.UserId));
            Assert.That(entry.InstitutionId, Is.EqualTo(facts.InstitutionId));
            Assert.That(entry.KurumKodu, Is.EqualTo(facts.KurumKodu));
            Assert.That(entry.ApplicationId, Is.EqualTo(facts.ApplicationId));
            Assert.That(entry.TokenIslemNo, Is.EqualTo(facts.TokenIslemNo));
            Assert.That(entry.Operation, Is.EqualTo(facts.Operation));
            Assert.That(entry.Marks, Is.EqualTo(facts.Marks));
            Assert.That(entry.Subject, Is.EqualTo(facts.Subject is { } person ? subject.IndexOf(person) : (SubjectIndex?)null));
            Assert.That(entry.Asker, Is.EqualTo(facts.Asker is { } asker ? subject.IndexOf(asker) : (SubjectIndex?)null));
            Assert.That(entry.AttemptedUserName.HasValue, Is.EqualTo(facts.AttemptedUserName != ""));
            Assert.That(entry.SubjectKeyId.HasValue, Is.EqualTo(facts.Subject is not null || facts.Asker is not null || facts.AttemptedUserName != ""));
            Assert.That(entry.Outcome, Is.Null);
            Assert.That(entry.UnknownTags, Is.Empty);
        });
        return true;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Outcomes_survive_the_entry() => Prop.ForAll(Outcomes.ToArbitrary(), outcome =>
    {
        using var body = SampleCalls.BodyKey();
        var ticket = new AuditTicket(SampleCalls.Process().IslemNumbers.Next(), SampleCalls.Noon, TimeSpan.FromMicroseconds(812));
        var entry = AuditEntry.Decode(CopyFields.EntryOf(SampleCalls.Encoder().Encode(ticket, outcome, null, SampleCalls.Noon, body)));

        Assert.Multiple(() =>
        {
            Assert.That(entry.Kind, Is.EqualTo(AuditKind.Closed));
            Assert.That(entry.IslemNo, Is.EqualTo(ticket.IslemNo));
            Assert.That(entry.Outcome, Is.EqualTo(outcome.Code));
            Assert.That(entry.Cause ?? "", Is.EqualTo(outcome.Cause));
            Assert.That(entry.NviSentAt, Is.EqualTo(outcome.NviSentAt));
            Assert.That(entry.NviAnsweredAt, Is.EqualTo(outcome.NviAnsweredAt));
            Assert.That(entry.Attempts, Is.EqualTo(outcome.Attempts.Take(16)));
            Assert.That(entry.StsTime, Is.EqualTo(outcome.StsTime));
            Assert.That(entry.NviTime, Is.EqualTo(outcome.NviTime));
            Assert.That(entry.GatewayTime, Is.EqualTo(outcome.GatewayTime));
            Assert.That(entry.IntentCommitTime, Is.EqualTo(ticket.CommitTime));
        });
        return true;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Largest_row_fits_its_buffer()
    {
        using var body = SampleCalls.BodyKey();
        var ticket = new AuditTicket(SampleCalls.Process().IslemNumbers.Next(), SampleCalls.Noon, TimeSpan.FromHours(2));
        var outcome = SampleCalls.Outcome() with
        {
            Cause = new string('c', 1000),
            FieldsReturned = new string('ğ', 10_000),
            FieldsWithheld = new string('€', 10_000),
            Attempts = [.. Enumerable.Repeat(SampleCalls.Outcome().Attempts[0], 100)],
        };
        var entry = AuditEntry.Decode(CopyFields.EntryOf(SampleCalls.Encoder().Encode(
            ticket, outcome, new SealedText(new byte[SealedText.MaxPlainBytes], SealedText.BinaryXml), SampleCalls.Noon, body)));
        Assert.That(entry.FieldsReturned, Does.EndWith("…"));
        Assert.That(System.Text.Encoding.UTF8.GetByteCount(entry.FieldsReturned!), Is.InRange(4090, 4096));
        Assert.That(entry.Attempts, Has.Count.EqualTo(16));
        Assert.That(entry.IntentCommitTime, Is.EqualTo(TimeSpan.FromMicroseconds(uint.MaxValue)));
    }

    [Test]
    public void Body_opens_for_its_row_and_its_hash_stands_in_the_entry()
    {
        using var body = SampleCalls.BodyKey();
        using var subject = SampleCalls.SubjectKey();
        var facts = SampleCalls.Facts(SampleCalls.Process().IslemNumbers.Next());
        var row = SampleCalls.Encoder().Encode(AuditKind.Opened, facts, null, SampleCalls.Text("{\"kimlikNo\":1}"), SampleCalls.Noon, body, subject);
        var entry = AuditEntry.Decode(CopyFields.EntryOf(row));
        var sealedBody = CopyFields.BodyOf(row)!;
        Assert.That(entry.BodySha256.ToArray(), Is.EqualTo(SHA256.HashData(sealedBody)));
        Assert.That(entry.BodyKeyId, Is.EqualTo(body.Id));
        Assert.That(entry.BodyCodec, Is.EqualTo(SealedText.Utf8));
        Assert.That(BodySeal.Unseal(body, facts.IslemNo, AuditKind.Opened, sealedBody).Plain.ToArray(), Is.EqualTo("{\"kimlikNo\":1}"u8.ToArray()));
    }

    [Test]
    public void Issue_is_one_row_with_its_outcome_and_its_sealed_criteria()
    {
        using var body = SampleCalls.BodyKey();
        using var subject = SampleCalls.SubjectKey();
        var facts = SampleCalls.TokenRequest(SampleCalls.Process().IslemNumbers.Next());
        var row = SampleCalls.Encoder().Encode(
            AuditKind.TokenIssued, facts, null, SampleCalls.Text("headers"), SampleCalls.Noon, body, subject);
        var entry = AuditEntry.Decode(CopyFields.EntryOf(row));
        var columns = CopyFields.Of(row);

        Assert.That(row.Kind, Is.EqualTo(AuditKind.TokenIssued));
        Assert.That(BinaryPrimitives.ReadInt16BigEndian(columns[KindColumn]), Is.EqualTo(7));
        Assert.That(BinaryPrimitives.ReadInt32BigEndian(columns[OutcomeColumn]), Is.Zero);
        Assert.That(entry.Kind, Is.EqualTo(AuditKind.TokenIssued));
        Assert.That(entry.Outcome, Is.Zero);
        Assert.That(entry.Cause, Is.Null);
        Assert.That(entry.Door, Is.EqualTo(AuditDoor.Sts));
        Assert.That(entry.UserId, Is.EqualTo(facts.UserId));
        Assert.That(entry.Asker, Is.EqualTo(subject.IndexOf(SampleCalls.Clerk)));
        Assert.That((entry.Subject, columns[SubjectColumn]), Is.EqualTo(((SubjectIndex?)null, (byte[]?)null)));
        Assert.That(BodySeal.Unseal(body, facts.IslemNo, AuditKind.TokenIssued, CopyFields.BodyOf(row)!).Plain.ToArray(), Is.EqualTo("headers"u8.ToArray()));
    }

    [Test]
    public void No_number_or_name_of_a_person_stands_in_the_row()
    {
        using var body = SampleCalls.BodyKey();
        using var subject = SampleCalls.SubjectKey();
        var number = SampleCalls.Person.Value.ToString();
        var facts = SampleCalls.Facts(SampleCalls.Process().IslemNumbers.Next()) with
        {
            AttemptedUserName = number,
            ClientStack = $"agent {number}",
            ApplicationVersion = number,
        };
        var row = SampleCalls.Encoder().Encode(
            AuditKind.Refused, facts, new CallRefusal { Code = 3001, Cause = "user " + number }, SampleCalls.Text(number), SampleCalls.Noon, body, subject);
        Assert.That(row.Bytes.IndexOf(System.Text.Encoding.ASCII.GetBytes(number)), Is.EqualTo(-1));
        var binary = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(binary, SampleCalls.Person.Value);
        Assert.That(row.Bytes.IndexOf(binary), Is.EqualTo(-1));
        BinaryPrimitives.WriteInt64LittleEndian(binary, SampleCalls.Person.Value);
        Assert.That(row.Bytes.IndexOf(binary), Is.EqualTo(-1));
        Assert.That(AuditEntry.Decode(CopyFields.EntryOf(row)).Cause, Is.EqualTo("user_###########"));
    }

    private static IPAddress? Plain(IPAddress? address) => address switch
    {
        null => null,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
        _ => new IPAddress(address.GetAddressBytes()),
    };
}
