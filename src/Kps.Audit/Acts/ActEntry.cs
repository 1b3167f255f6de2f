using System.Security.Cryptography;
using Kps.Audit.Entry;

namespace Kps.Audit.Acts;

/// <summary>The canonical entry of an act.</summary>
internal static class ActEntry
{
    public static byte[] Encode(ActFacts facts, IslemNo islemNo, int process, DateTimeOffset at)
    {
        var buffer = new byte[EntryLimits.FixedBytes + EntryLimits.ActReasonBytes + EntryLimits.ActByBytes + EntryLimits.ActDetailBytes];
        var entry = new EntryWriter(buffer);
        entry.Bytes(EntryTag.Salt, RandomNumberGenerator.GetBytes(EntryLimits.SaltBytes));
        entry.Byte(EntryTag.Kind, (byte)facts.Kind);
        entry.Int64(EntryTag.IslemNo, islemNo.Value);
        entry.Int32(EntryTag.Process, process);
        entry.Time(EntryTag.RecordedAt, at);
        entry.Int32(EntryTag.UserId, facts.UserId);
        entry.Int32(EntryTag.InstitutionId, facts.InstitutionId);
        if (facts.Subject is var (keyId, subject))
        {
            entry.Index(EntryTag.Subject, subject);
            entry.Int16(EntryTag.SubjectKeyId, keyId);
        }

        entry.Int16(EntryTag.Act, (short)facts.Act);
        entry.Text(EntryTag.ActReason, facts.Reason, EntryLimits.ActReasonBytes);
        entry.Text(EntryTag.ActBy, facts.By, EntryLimits.ActByBytes);
        Int64(ref entry, EntryTag.TreeSize, facts.TreeSize);
        Hash(ref entry, EntryTag.TreeRoot, facts.TreeRoot);
        Int64(ref entry, EntryTag.PublishedSize, facts.PublishedSize);
        Hash(ref entry, EntryTag.PublishedRoot, facts.PublishedRoot);
        entry.Int32(EntryTag.ActorUserId, facts.ActorUserId);
        entry.Word(EntryTag.ActTarget, facts.Target, EntryLimits.ActTargetBytes);
        entry.Text(EntryTag.ActDetail, facts.Detail, EntryLimits.ActDetailBytes);
        Int64(ref entry, EntryTag.ActAbout, facts.About?.Value);
        Int64(ref entry, EntryTag.ActRows, facts.Rows);
        Hash(ref entry, EntryTag.ActSha256, facts.Sha256);
        return buffer[..entry.Length];
    }

    private static void Int64(ref EntryWriter entry, EntryTag tag, long? value)
    {
        if (value is { } present)
        {
            entry.Int64(tag, present);
        }
    }

    private static void Hash(ref EntryWriter entry, EntryTag tag, ReadOnlyMemory<byte> value)
    {
        if (value.Length > 0)
        {
            entry.Bytes(tag, value.Span[..EntryLimits.HashBytes]);
        }
    }
}
