using System.Buffers;
using System.Buffers.Binary;

namespace Kps.Evidence.Exports;

/// <summary>
/// Consecutive entries or bodies in one file, each after its length. Length 0 stands for a leaf without: an entry that was destroyed or is missing, a row
/// that has no body.
/// </summary>
public static class Bundle
{
    /// <summary>Adds one.</summary>
    /// <param name="bundle">Takes the bytes.</param>
    /// <param name="lengthBytes"><see cref="ExportLayout.EntryLengthBytes"/> or <see cref="ExportLayout.BodyLengthBytes"/>.</param>
    /// <param name="content">What to add; empty for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is longer than its length can say.</exception>
    public static void Add(IBufferWriter<byte> bundle, int lengthBytes, ReadOnlySpan<byte> content)
    {
        if (lengthBytes == ExportLayout.EntryLengthBytes)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(content.Length, ushort.MaxValue, nameof(content));
            BinaryPrimitives.WriteUInt16BigEndian(bundle.GetSpan(lengthBytes), (ushort)content.Length);
        }
        else
        {
            BinaryPrimitives.WriteInt32BigEndian(bundle.GetSpan(lengthBytes), content.Length);
        }

        bundle.Advance(lengthBytes);
        bundle.Write(content);
    }

    /// <summary>Takes the next one off.</summary>
    /// <param name="rest">What is left of the bundle; afterwards without the one that was taken.</param>
    /// <param name="lengthBytes"><see cref="ExportLayout.EntryLengthBytes"/> or <see cref="ExportLayout.BodyLengthBytes"/>.</param>
    /// <param name="content">Its bytes; empty for none.</param>
    /// <returns>False when the bundle ends before.</returns>
    public static bool TryTake(ref ReadOnlySpan<byte> rest, int lengthBytes, out ReadOnlySpan<byte> content)
    {
        content = default;
        if (rest.Length < lengthBytes)
        {
            return false;
        }

        var length = lengthBytes == ExportLayout.EntryLengthBytes ? BinaryPrimitives.ReadUInt16BigEndian(rest) : BinaryPrimitives.ReadInt32BigEndian(rest);
        if (length < 0 || rest.Length - lengthBytes < length)
        {
            return false;
        }

        content = rest.Slice(lengthBytes, length);
        rest = rest[(lengthBytes + length)..];
        return true;
    }
}
