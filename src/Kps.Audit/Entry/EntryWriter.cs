using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Kps.Audit.Entry;

/// <summary>
/// Writes one canonical entry into a span: version byte, then fields of tag (1 byte), length (2 bytes, big-endian), value, in strictly
/// ascending tag order. The caller provides room (<see cref="EntryLimits"/>).
/// </summary>
internal ref struct EntryWriter
{
    private const int HeaderBytes = 3;

    private readonly Span<byte> _destination;
    private EntryTag _last;

    public EntryWriter(Span<byte> destination)
    {
        _destination = destination;
        _destination[0] = EntryLimits.Version;
        Length = 1;
    }

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    public void Byte(EntryTag tag, byte value) => Field(tag, 1)[0] = value;

    public void Int16(EntryTag tag, short value) => BinaryPrimitives.WriteInt16BigEndian(Field(tag, 2), value);

    public void Int32(EntryTag tag, int value) => BinaryPrimitives.WriteInt32BigEndian(Field(tag, 4), value);

    public void Int32(EntryTag tag, int? value)
    {
        if (value is { } present)
        {
            Int32(tag, present);
        }
    }

    public void Int64(EntryTag tag, long value) => BinaryPrimitives.WriteInt64BigEndian(Field(tag, 8), value);

    public void Bytes(EntryTag tag, scoped ReadOnlySpan<byte> value) => value.CopyTo(Field(tag, value.Length));

    public void Time(EntryTag tag, DateTimeOffset? value)
    {
        if (value is { } present)
        {
            Int64(tag, EntryTime.ToUnixMicroseconds(present));
        }
    }

    /// <summary>Zero is left out.</summary>
    public void Duration(EntryTag tag, TimeSpan value)
    {
        var microseconds = EntryTime.ToMicroseconds(value);
        if (microseconds > 0)
        {
            BinaryPrimitives.WriteUInt32BigEndian(Field(tag, 4), microseconds);
        }
    }

    public void Index(EntryTag tag, SubjectIndex? value)
    {
        if (value is { } present)
        {
            present.CopyTo(Field(tag, SubjectIndex.Size));
        }
    }

    /// <summary>Four bytes for IPv4 (mapped addresses too), sixteen for IPv6; the scope is dropped.</summary>
    public void Address(EntryTag tag, IPAddress? value)
    {
        if (value is null)
        {
            return;
        }

        Span<byte> bytes = stackalloc byte[EntryLimits.AddressBytes];
        var address = value.IsIPv4MappedToIPv6 ? value.MapToIPv4() : value;
        address.TryWriteBytes(bytes, out var length);
        Bytes(tag, bytes[..(address.AddressFamily == AddressFamily.InterNetwork ? 4 : length)]);
    }

    /// <summary>Free text, cleaned and cut to the limit; empty text is left out.</summary>
    public void Text(EntryTag tag, string? value, int limit)
    {
        if (value is not null)
        {
            Close(tag, CleanText.Write(value, _destination[(Length + HeaderBytes)..], limit));
        }
    }

    /// <summary>A machine word, cleaned and cut to the limit; an empty word is left out.</summary>
    public void Word(EntryTag tag, string? value, int limit)
    {
        if (value is not null)
        {
            Close(tag, CleanText.WriteWord(value, _destination[(Length + HeaderBytes)..], limit));
        }
    }

    /// <summary>The attempts, fourteen bytes each; none is left out as a whole.</summary>
    public void Attempts(EntryTag tag, IReadOnlyList<UpstreamAttemptFact> attempts)
    {
        var count = Math.Min(attempts.Count, EntryLimits.Attempts);
        if (count == 0)
        {
            return;
        }

        var field = Field(tag, count * EntryLimits.AttemptBytes);
        for (var index = 0; index < count; index++)
        {
            var attempt = attempts[index];
            field[0] = (byte)attempt.Kind;
            BinaryPrimitives.WriteInt64BigEndian(field[1..], EntryTime.ToUnixMicroseconds(attempt.StartedAt));
            BinaryPrimitives.WriteUInt32BigEndian(field[9..], EntryTime.ToMicroseconds(attempt.Duration));
            field[13] = (byte)attempt.Result;
            field = field[EntryLimits.AttemptBytes..];
        }
    }

    private void Close(EntryTag tag, int length)
    {
        if (length > 0)
        {
            Field(tag, length);
        }
    }

    private Span<byte> Field(EntryTag tag, int length)
    {
        if (tag <= _last)
        {
            throw new InvalidOperationException($"Tag {tag} after {_last}: entries are written in ascending tag order.");
        }

        _last = tag;
        _destination[Length] = (byte)tag;
        BinaryPrimitives.WriteUInt16BigEndian(_destination[(Length + 1)..], checked((ushort)length));
        var value = _destination.Slice(Length + HeaderBytes, length);
        Length += HeaderBytes + length;
        return value;
    }
}
