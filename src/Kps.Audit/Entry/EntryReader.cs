using System.Buffers.Binary;
using System.Net;
using System.Text;
using Kps.Contracts;

namespace Kps.Audit.Entry;

/// <summary>Reads what <see cref="EntryWriter"/> wrote. Versions and tags once written are read for ever.</summary>
internal static class EntryReader
{
    private const int HeaderBytes = 3;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads one entry.</summary>
    /// <exception cref="FormatException">The bytes are not a canonical entry of a known version.</exception>
    public static AuditEntry Read(ReadOnlySpan<byte> source)
    {
        if (source.Length == 0 || source[0] != EntryLimits.Version)
        {
            throw new FormatException("Not an audit entry of a known version.");
        }

        var entry = new AuditEntry();
        List<byte>? unknown = null;
        EntryTag last = 0;
        for (source = source[1..]; source.Length > 0;)
        {
            if (source.Length < HeaderBytes)
            {
                throw new FormatException("An audit entry ends within a field's head.");
            }

            var tag = (EntryTag)source[0];
            var length = BinaryPrimitives.ReadUInt16BigEndian(source[1..]);
            if (tag <= last || source.Length < HeaderBytes + length || (last == 0) != (tag == EntryTag.Salt))
            {
                throw new FormatException($"Field {(byte)tag} of an audit entry is out of order or too long.");
            }

            last = tag;
            if (Apply(entry, tag, source.Slice(HeaderBytes, length)) is { } next)
            {
                entry = next;
            }
            else
            {
                (unknown ??= []).Add((byte)tag);
            }

            source = source[(HeaderBytes + length)..];
        }

        return entry.Kind != AuditKind.None && entry.IslemNo != default && entry.RecordedAt != default
            ? entry with { UnknownTags = unknown ?? (IReadOnlyList<byte>)[] }
            : throw new FormatException("An audit entry lacks kind, number or time.");
    }

    private static AuditEntry? Apply(AuditEntry entry, EntryTag tag, ReadOnlySpan<byte> value) => tag switch
    {
        EntryTag.Salt => Exact(value, EntryLimits.SaltBytes).Length > 0 ? entry : null,
        EntryTag.Kind => entry with { Kind = (AuditKind)Byte(value) },
        EntryTag.IslemNo => entry with { IslemNo = Islem(value) },
        EntryTag.Process => entry with { Process = Int32(value) },
        EntryTag.RecordedAt => entry with { RecordedAt = Time(value) },
        EntryTag.ReceivedAt => entry with { ReceivedAt = Time(value) },
        EntryTag.NviSentAt => entry with { NviSentAt = Time(value) },
        EntryTag.NviAnsweredAt => entry with { NviAnsweredAt = Time(value) },
        EntryTag.Door => entry with { Door = (AuditDoor)Byte(value) },
        EntryTag.SoapVersion => entry with { SoapVersion = Byte(value) },
        EntryTag.Credential => entry with { Credential = (AuditCredential)Byte(value) },
        EntryTag.PeerAddress => entry with { PeerAddress = Address(value) },
        EntryTag.CallerAddress => entry with { CallerAddress = Address(value) },
        EntryTag.ClientStack => entry with { ClientStack = Text(value) },
        EntryTag.UserId => entry with { UserId = Int32(value) },
        EntryTag.InstitutionId => entry with { InstitutionId = Int32(value) },
        EntryTag.KurumKodu => entry with { KurumKodu = Int32(value) },
        EntryTag.ApplicationId => entry with { ApplicationId = Int32(value) },
        EntryTag.ApplicationVersion => entry with { ApplicationVersion = Text(value) },
        EntryTag.AttemptedUserName => entry with { AttemptedUserName = SubjectIndex.FromBytes(value) },
        EntryTag.TokenIslemNo => entry with { TokenIslemNo = Islem(value) },
        EntryTag.Operation => entry with { Operation = (KpsOperation)Int16(value) },
        EntryTag.Subject => entry with { Subject = SubjectIndex.FromBytes(value) },
        EntryTag.Asker => entry with { Asker = SubjectIndex.FromBytes(value) },
        EntryTag.SubjectKeyId => entry with { SubjectKeyId = Int16(value) },
        EntryTag.Marks => entry with { Marks = (AuditMarks)Int32(value) },
        EntryTag.Outcome => entry with { Outcome = Int32(value) },
        EntryTag.Cause => entry with { Cause = Text(value) },
        EntryTag.FieldsReturned => entry with { FieldsReturned = Text(value) },
        EntryTag.FieldsWithheld => entry with { FieldsWithheld = Text(value) },
        EntryTag.Attempts => entry with { Attempts = Attempts(value) },
        EntryTag.StsTime => entry with { StsTime = Duration(value) },
        EntryTag.NviTime => entry with { NviTime = Duration(value) },
        EntryTag.GatewayTime => entry with { GatewayTime = Duration(value) },
        EntryTag.IntentCommitTime => entry with { IntentCommitTime = Duration(value) },
        EntryTag.BodySha256 => entry with { BodySha256 = Exact(value, EntryLimits.HashBytes).ToArray() },
        EntryTag.BodyKeyId => entry with { BodyKeyId = Int16(value) },
        EntryTag.BodyCodec => entry with { BodyCodec = Byte(value) },
        EntryTag.Act => entry with { Act = (AuditAct)Int16(value) },
        EntryTag.ActReason => entry with { ActReason = Text(value) },
        EntryTag.ActBy => entry with { ActBy = Text(value) },
        EntryTag.TreeSize => entry with { TreeSize = Int64(value) },
        EntryTag.TreeRoot => entry with { TreeRoot = Exact(value, EntryLimits.HashBytes).ToArray() },
        EntryTag.PublishedSize => entry with { PublishedSize = Int64(value) },
        EntryTag.PublishedRoot => entry with { PublishedRoot = Exact(value, EntryLimits.HashBytes).ToArray() },
        EntryTag.ActorUserId => entry with { ActorUserId = Int32(value) },
        EntryTag.ActTarget => entry with { ActTarget = Text(value) },
        EntryTag.ActDetail => entry with { ActDetail = Text(value) },
        EntryTag.ActAbout => entry with { ActAbout = Islem(value) },
        EntryTag.ActRows => entry with { ActRows = Int64(value) },
        EntryTag.ActSha256 => entry with { ActSha256 = Exact(value, EntryLimits.HashBytes).ToArray() },
        _ => null,
    };

    private static ReadOnlySpan<byte> Exact(ReadOnlySpan<byte> value, int length) =>
        value.Length == length ? value : throw new FormatException($"A field of an audit entry has {value.Length} bytes instead of {length}.");

    private static byte Byte(ReadOnlySpan<byte> value) => Exact(value, 1)[0];

    private static short Int16(ReadOnlySpan<byte> value) => BinaryPrimitives.ReadInt16BigEndian(Exact(value, 2));

    private static int Int32(ReadOnlySpan<byte> value) => BinaryPrimitives.ReadInt32BigEndian(Exact(value, 4));

    private static long Int64(ReadOnlySpan<byte> value) => BinaryPrimitives.ReadInt64BigEndian(Exact(value, 8));

    private static DateTimeOffset Time(ReadOnlySpan<byte> value) =>
        EntryTime.FromUnixMicroseconds(BinaryPrimitives.ReadInt64BigEndian(Exact(value, 8)));

    private static TimeSpan Duration(ReadOnlySpan<byte> value) =>
        EntryTime.FromMicroseconds(BinaryPrimitives.ReadUInt32BigEndian(Exact(value, 4)));

    private static IslemNo Islem(ReadOnlySpan<byte> value) =>
        IslemNo.TryCreate(BinaryPrimitives.ReadInt64BigEndian(Exact(value, 8)), out var islemNo)
            ? islemNo
            : throw new FormatException("Not an issued işlem no in an audit entry.");

    private static IPAddress Address(ReadOnlySpan<byte> value) =>
        value.Length is 4 or EntryLimits.AddressBytes ? new IPAddress(value) : throw new FormatException("Not an address in an audit entry.");

    private static string Text(ReadOnlySpan<byte> value)
    {
        try
        {
            return StrictUtf8.GetString(value);
        }
        catch (DecoderFallbackException e)
        {
            throw new FormatException("Not UTF-8 in an audit entry.", e);
        }
    }

    private static UpstreamAttemptFact[] Attempts(ReadOnlySpan<byte> value)
    {
        if (value.Length == 0 || value.Length % EntryLimits.AttemptBytes != 0)
        {
            throw new FormatException("Not a list of attempts in an audit entry.");
        }

        var attempts = new UpstreamAttemptFact[value.Length / EntryLimits.AttemptBytes];
        for (var index = 0; index < attempts.Length; index++)
        {
            var attempt = value.Slice(index * EntryLimits.AttemptBytes, EntryLimits.AttemptBytes);
            attempts[index] = new UpstreamAttemptFact(
                (UpstreamAttemptKind)attempt[0], Time(attempt.Slice(1, 8)), Duration(attempt.Slice(9, 4)), (UpstreamAttemptResult)attempt[13]);
        }

        return attempts;
    }
}
