using System.Security.Cryptography;
using Kps.Audit.Entry;
using Kps.Audit.Processes;
using Kps.Audit.Vault;
using Kps.Contracts;

namespace Kps.Audit.Writing;

/// <summary>
/// Turns facts into rows on the caller's thread: seals the body, writes the canonical entry, wraps both in COPY form, all in one rented buffer.
/// </summary>
internal sealed class RowEncoder(RowPool pool, WriterProcess process)
{
    /// <summary>An intent, the issue of a token, or a refusal, which alone has a code and a cause.</summary>
    public PendingRow Encode(
        AuditKind kind, CallFacts facts, CallRefusal? refusal, SealedText? criteria, DateTimeOffset at, VaultKey bodyKey, VaultKey subjectKey)
    {
        var outcome = kind == AuditKind.TokenIssued ? 0 : refusal?.Code;
        var row = Rent(kind, criteria, EntryLimits.FixedBytes);
        var subject = facts.Subject is { } person ? subjectKey.IndexOf(person) : (SubjectIndex?)null;
        var columns = new CopyRow(row.Buffer);
        columns.Time(at);
        columns.Int64(facts.IslemNo.Value);
        columns.Int16((short)kind);
        columns.Int32(facts.UserId);
        columns.Int32(facts.InstitutionId);
        columns.Int32(outcome);
        columns.Int16((short)facts.Operation);
        columns.Int16(subject is null ? null : subjectKey.Id);
        columns.Index(subject);
        columns.Address(facts.CallerAddress);
        var body = Seal(ref columns, facts.IslemNo, kind, criteria, bodyKey);

        var entry = new EntryWriter(columns.Begin());
        WriteHead(ref entry, facts.IslemNo, kind, at);
        entry.Time(EntryTag.ReceivedAt, facts.ReceivedAt);
        WriteCaller(ref entry, facts);
        WriteQuestion(ref entry, facts, subject, subjectKey);
        entry.Int32(EntryTag.Outcome, outcome);
        entry.Word(EntryTag.Cause, refusal?.Cause, EntryLimits.CauseBytes);

        WriteBody(ref entry, body, criteria, bodyKey);
        return Finish(row, ref columns, entry.Length);
    }

    /// <summary>An outcome. The işlem no alone ties it to its intent.</summary>
    public PendingRow Encode(AuditTicket ticket, CallOutcome outcome, SealedText? result, DateTimeOffset at, VaultKey bodyKey)
    {
        var row = Rent(AuditKind.Closed, result, EntryLimits.MaxBytes(outcome.FieldsReturned, outcome.FieldsWithheld));
        var columns = new CopyRow(row.Buffer);
        columns.Time(at);
        columns.Int64(ticket.IslemNo.Value);
        columns.Int16((short)AuditKind.Closed);
        columns.Null();
        columns.Null();
        columns.Int32(outcome.Code);
        columns.Null();
        columns.Null();
        columns.Null();
        columns.Null();
        var body = Seal(ref columns, ticket.IslemNo, AuditKind.Closed, result, bodyKey);

        var entry = new EntryWriter(columns.Begin());
        WriteHead(ref entry, ticket.IslemNo, AuditKind.Closed, at);
        entry.Time(EntryTag.NviSentAt, outcome.NviSentAt);
        entry.Time(EntryTag.NviAnsweredAt, outcome.NviAnsweredAt);
        entry.Int32(EntryTag.Outcome, outcome.Code);
        entry.Word(EntryTag.Cause, outcome.Cause, EntryLimits.CauseBytes);
        entry.Text(EntryTag.FieldsReturned, outcome.FieldsReturned, EntryLimits.FieldListBytes);
        entry.Text(EntryTag.FieldsWithheld, outcome.FieldsWithheld, EntryLimits.FieldListBytes);
        entry.Attempts(EntryTag.Attempts, outcome.Attempts);
        entry.Duration(EntryTag.StsTime, outcome.StsTime);
        entry.Duration(EntryTag.NviTime, outcome.NviTime);
        entry.Duration(EntryTag.GatewayTime, outcome.GatewayTime);
        entry.Duration(EntryTag.IntentCommitTime, ticket.CommitTime);
        WriteBody(ref entry, body, result, bodyKey);
        return Finish(row, ref columns, entry.Length);
    }

    private static PendingRow Finish(PendingRow row, ref CopyRow columns, int entryLength)
    {
        columns.End(entryLength);
        row.Length = columns.Length;
        return row;
    }

    private static void WriteCaller(ref EntryWriter entry, CallFacts facts)
    {
        WriteByte(ref entry, EntryTag.Door, (byte)facts.Door);
        WriteByte(ref entry, EntryTag.SoapVersion, facts.SoapVersion);
        WriteByte(ref entry, EntryTag.Credential, (byte)facts.Credential);
        entry.Address(EntryTag.PeerAddress, facts.PeerAddress);
        entry.Address(EntryTag.CallerAddress, facts.CallerAddress);
        entry.Text(EntryTag.ClientStack, facts.ClientStack, EntryLimits.ClientStackBytes);
        entry.Int32(EntryTag.UserId, facts.UserId);
        entry.Int32(EntryTag.InstitutionId, facts.InstitutionId);
        entry.Int32(EntryTag.KurumKodu, facts.KurumKodu);
        entry.Int32(EntryTag.ApplicationId, facts.ApplicationId);
        entry.Text(EntryTag.ApplicationVersion, facts.ApplicationVersion, EntryLimits.ApplicationVersionBytes);
    }

    private static void WriteQuestion(ref EntryWriter entry, CallFacts facts, SubjectIndex? subject, VaultKey subjectKey)
    {
        var attempted = facts.AttemptedUserName is { Length: > 0 } name ? subjectKey.IndexOfUserName(name) : (SubjectIndex?)null;
        var asker = facts.Asker is { } number ? subjectKey.IndexOf(number) : (SubjectIndex?)null;
        entry.Index(EntryTag.AttemptedUserName, attempted);
        if (facts.TokenIslemNo is { } token)
        {
            entry.Int64(EntryTag.TokenIslemNo, token.Value);
        }

        if (facts.Operation != KpsOperation.None)
        {
            entry.Int16(EntryTag.Operation, (short)facts.Operation);
        }

        entry.Index(EntryTag.Subject, subject);
        entry.Index(EntryTag.Asker, asker);
        if (attempted is not null || subject is not null || asker is not null)
        {
            entry.Int16(EntryTag.SubjectKeyId, subjectKey.Id);
        }

        if (facts.Marks != AuditMarks.None)
        {
            entry.Int32(EntryTag.Marks, (int)facts.Marks);
        }
    }

    private static void WriteByte(ref EntryWriter entry, EntryTag tag, byte value)
    {
        if (value != 0)
        {
            entry.Byte(tag, value);
        }
    }

    private static void WriteBody(ref EntryWriter entry, scoped ReadOnlySpan<byte> body, SealedText? text, VaultKey bodyKey)
    {
        if (text is not { } present)
        {
            return;
        }

        Span<byte> hash = stackalloc byte[EntryLimits.HashBytes];
        SHA256.HashData(body, hash);
        entry.Bytes(EntryTag.BodySha256, hash);
        entry.Int16(EntryTag.BodyKeyId, bodyKey.Id);
        entry.Byte(EntryTag.BodyCodec, present.Codec);
    }

    private void WriteHead(ref EntryWriter entry, IslemNo islemNo, AuditKind kind, DateTimeOffset at)
    {
        Span<byte> salt = stackalloc byte[EntryLimits.SaltBytes];
        RandomNumberGenerator.Fill(salt);
        entry.Bytes(EntryTag.Salt, salt);
        entry.Byte(EntryTag.Kind, (byte)kind);
        entry.Int64(EntryTag.IslemNo, islemNo.Value);
        entry.Int32(EntryTag.Process, process.Prefix);
        entry.Time(EntryTag.RecordedAt, at);
    }

    private ReadOnlySpan<byte> Seal(ref CopyRow columns, IslemNo islemNo, AuditKind kind, SealedText? text, VaultKey key)
    {
        if (text is not { } present)
        {
            columns.Null();
            return default;
        }

        var destination = columns.Begin();
        var length = BodySeal.Seal(key, process.Nonces, islemNo, kind, present, destination);
        columns.End(length);
        return destination[..length];
    }

    private PendingRow Rent(AuditKind kind, SealedText? text, int entryBytes)
    {
        var plain = text?.Plain.Length ?? 0;
        var row = pool.Rent();
        row.Kind = kind;
        row.Rent(CopyRow.FixedBytes + plain + BodySeal.Overhead + entryBytes);
        return row;
    }
}
