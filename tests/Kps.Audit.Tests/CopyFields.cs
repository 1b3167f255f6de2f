using System.Buffers.Binary;
using Kps.Audit.Writing;

namespace Kps.Audit.Tests;

/// <summary>Takes a row apart as PostgreSQL would.</summary>
internal static class CopyFields
{
    public static byte[]?[] Of(PendingRow row)
    {
        var rest = row.Bytes;
        var fields = new byte[]?[BinaryPrimitives.ReadInt16BigEndian(rest)];
        rest = rest[2..];
        for (var index = 0; index < fields.Length; index++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            rest = rest[4..];
            if (length >= 0)
            {
                fields[index] = rest[..length].ToArray();
                rest = rest[length..];
            }
        }

        return rest.IsEmpty ? fields : throw new InvalidOperationException("Bytes after the last field.");
    }

    public static byte[] EntryOf(PendingRow row) => Of(row)[^1]!;

    public static byte[]? BodyOf(PendingRow row) => Of(row)[^2];
}
