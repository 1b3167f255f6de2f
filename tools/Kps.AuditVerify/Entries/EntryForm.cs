using System.Buffers.Binary;
using System.Text;

namespace Kps.AuditVerify.Entries;

/// <summary>
/// The canonical entry, version 1, written from docs/reference/audit-row-format.md alone: the verifier must not believe the code that wrote the log. A test holds
/// the table against that of the page.
/// </summary>
internal static class EntryForm
{
    private const byte Version = 1;
    private const int HeadBytes = 3;
    private const int AttemptBytes = 14;
    private const int MostAttempts = 16;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What a field may hold; the index is its tag.</summary>
    private static readonly FieldForm[] Fields = MakeFields();

    /// <summary>The form of a tag; null when the page does not know it.</summary>
    public static FieldForm? Of(byte tag) => Fields[tag].Kind == FieldKind.Unknown ? null : Fields[tag];

    /// <summary>Reads an entry strictly.</summary>
    /// <param name="entry">Its bytes.</param>
    /// <param name="facts">What the verifier needs of it.</param>
    /// <returns>Null when it is canonical, else what is wrong with it.</returns>
    public static string? Check(ReadOnlySpan<byte> entry, out EntryFacts facts)
    {
        facts = default;
        if (entry.Length == 0 || entry[0] != Version)
        {
            return "it is not of version 1";
        }

        byte last = 0;
        for (var place = 1; place < entry.Length;)
        {
            if (entry.Length - place < HeadBytes)
            {
                return "it ends within a field's head";
            }

            var (tag, length) = (entry[place], BinaryPrimitives.ReadUInt16BigEndian(entry[(place + 1)..]));
            place += HeadBytes;
            if (entry.Length - place < length)
            {
                return $"field {tag} is longer than the entry";
            }

            if (tag <= last || (last == 0) != (tag == EntryField.Salt))
            {
                return $"field {tag} is out of order";
            }

            var value = entry.Slice(place, length);
            if (!IsOfForm(Fields[tag], value))
            {
                return $"field {tag} has not the form of its kind";
            }

            facts.Take(tag, value, place);
            last = tag;
            place += length;
        }

        return facts.WhyIncomplete();
    }

    /// <summary>The value of a field; empty when it is absent. The entry was checked.</summary>
    public static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> entry, byte tag)
    {
        for (var place = 1; place < entry.Length;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(entry[(place + 1)..]);
            if (entry[place] == tag)
            {
                return entry.Slice(place + HeadBytes, length);
            }

            place += HeadBytes + length;
        }

        return default;
    }

    private static bool IsOfForm(FieldForm form, ReadOnlySpan<byte> value) => form.Kind switch
    {
        FieldKind.Unknown => true,
        FieldKind.Exact => value.Length == form.Bytes,
        FieldKind.Address => value.Length is 4 or 16,
        FieldKind.Attempts => value.Length > 0 && value.Length % AttemptBytes == 0 && value.Length <= AttemptBytes * MostAttempts,
        FieldKind.Text => value.Length > 0 && value.Length <= form.Bytes && IsUtf8(value),
        FieldKind.Word => value.Length > 0 && value.Length <= form.Bytes && IsWord(value),
        _ => false,
    };

    private static bool IsUtf8(ReadOnlySpan<byte> value)
    {
        try
        {
            return Ascii.IsValid(value) || StrictUtf8.GetCharCount(value) > 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>ASCII letters, digits and <c>.:_-</c>, and <c>#</c> where digits were masked.</summary>
    private static bool IsWord(ReadOnlySpan<byte> value)
    {
        foreach (var character in value)
        {
            if (!char.IsAsciiLetterOrDigit((char)character) && character is not ((byte)'.' or (byte)':' or (byte)'_' or (byte)'-' or (byte)'#'))
            {
                return false;
            }
        }

        return true;
    }

    private static FieldForm[] MakeFields()
    {
        var fields = new FieldForm[256];
        void Exact(int bytes, params ReadOnlySpan<byte> tags) => Set(fields, new FieldForm(FieldKind.Exact, bytes), tags);
        void Text(int bytes, params ReadOnlySpan<byte> tags) => Set(fields, new FieldForm(FieldKind.Text, bytes), tags);
        void Word(int bytes, params ReadOnlySpan<byte> tags) => Set(fields, new FieldForm(FieldKind.Word, bytes), tags);

        Exact(16, 1, 35, 41, 42);
        Exact(1, 2, 20, 21, 22, 72);
        Exact(8, 3, 10, 11, 12, 13, 36, 83, 85, 90, 91);
        Exact(4, 4, 30, 31, 32, 33, 44, 50, 61, 62, 63, 64, 87);
        Exact(2, 40, 43, 71, 80);
        Exact(32, 70, 84, 86, 92);
        Text(200, 25);
        Text(64, 34);
        Text(4096, 52, 53);
        Text(1000, 81, 89);
        Text(100, 82);
        Word(64, 51, 88);
        Set(fields, new FieldForm(FieldKind.Address, 0), [23, 24]);
        Set(fields, new FieldForm(FieldKind.Attempts, AttemptBytes), [60]);
        return fields;
    }

    private static void Set(FieldForm[] fields, FieldForm form, ReadOnlySpan<byte> tags)
    {
        foreach (var tag in tags)
        {
            fields[tag] = form;
        }
    }
}
