using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Kps.Audit.Entry;

namespace Kps.Audit.Writing;

/// <summary>
/// Writes one row in PostgreSQL's binary COPY form (PostgreSQL manual, COPY, "Binary Format"): field count, then each field as
/// length and value, big-endian. Columns go in the order of <see cref="Command"/>.
/// </summary>
internal ref struct CopyRow
{
    /// <summary>The statement every batch runs. The body stands before the entry because the entry holds the body's hash.</summary>
    public const string Command =
        "COPY audit.entry (recorded_at, islem_no, kind, user_id, institution_id, outcome, operation, subject_key_id, subject, address, body, entry) "
        + "FROM STDIN (FORMAT BINARY)";

    /// <summary>Upper bound of all columns but body and entry.</summary>
    public const int FixedBytes = 160;

    private const short Columns = 12;
    private const int LengthBytes = 4;

    private readonly Span<byte> _destination;

    public CopyRow(Span<byte> destination)
    {
        _destination = destination;
        BinaryPrimitives.WriteInt16BigEndian(_destination, Columns);
        Length = 2;
    }

    /// <summary>Signature, flags and extension length that begin every stream.</summary>
    public static ReadOnlySpan<byte> StreamHeader =>
        [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00, /* flags */ 0, 0, 0, 0, /* extension */ 0, 0, 0, 0];

    /// <summary>The end of every stream.</summary>
    public static ReadOnlySpan<byte> StreamTrailer => [0xff, 0xff];

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    public void Null()
    {
        BinaryPrimitives.WriteInt32BigEndian(_destination[Length..], -1);
        Length += LengthBytes;
    }

    public void Int16(short? value)
    {
        if (value is { } present)
        {
            BinaryPrimitives.WriteInt16BigEndian(Field(2), present);
        }
        else
        {
            Null();
        }
    }

    public void Int32(int? value)
    {
        if (value is { } present)
        {
            BinaryPrimitives.WriteInt32BigEndian(Field(4), present);
        }
        else
        {
            Null();
        }
    }

    public void Int64(long value) => BinaryPrimitives.WriteInt64BigEndian(Field(8), value);

    public void Time(DateTimeOffset value) => Int64(EntryTime.ToPostgres(value));

    public void Index(SubjectIndex? value)
    {
        if (value is { } present)
        {
            present.CopyTo(Field(SubjectIndex.Size));
        }
        else
        {
            Null();
        }
    }

    /// <summary>inet on the wire: family, bits, is-cidr, length, address.</summary>
    public void Address(IPAddress? value)
    {
        const byte FamilyV4 = 2;
        const byte FamilyV6 = 3;
        const int HeadBytes = 4;
        if (value is null)
        {
            Null();
            return;
        }

        var address = value.IsIPv4MappedToIPv6 ? value.MapToIPv4() : value;
        var v4 = address.AddressFamily == AddressFamily.InterNetwork;
        var length = v4 ? 4 : EntryLimits.AddressBytes;
        var field = Field(HeadBytes + length);
        field[0] = v4 ? FamilyV4 : FamilyV6;
        field[1] = (byte)(length * 8);
        field[2] = 0;
        field[3] = (byte)length;
        address.TryWriteBytes(field[HeadBytes..], out _);
    }

    /// <summary>Room for a field whose length shows only once it is written; <see cref="End"/> closes it.</summary>
    public readonly Span<byte> Begin() => _destination[(Length + LengthBytes)..];

    /// <summary>Closes the field begun last.</summary>
    public void End(int length) => Field(length);

    private Span<byte> Field(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(_destination[Length..], length);
        var value = _destination.Slice(Length + LengthBytes, length);
        Length += LengthBytes + length;
        return value;
    }
}
