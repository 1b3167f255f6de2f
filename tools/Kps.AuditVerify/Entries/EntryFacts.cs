using System.Buffers.Binary;
using Kps.AuditVerify.Text;

namespace Kps.AuditVerify.Entries;

/// <summary>What the verifier needs of an entry; no object, for there are millions.</summary>
internal record struct EntryFacts
{
    /// <summary>Number of the act that began a new generation.</summary>
    public const short TreeRebased = 1;

    /// <summary>Number of the act that destroyed a month.</summary>
    public const short MonthDestroyed = 20;

    /// <summary>The kind of row.</summary>
    public EntryKind Kind { get; private set; }

    /// <summary>The call.</summary>
    public long IslemNo { get; private set; }

    /// <summary>Its time, µs since 1970-01-01 UTC.</summary>
    public long RecordedAt { get; private set; }

    /// <summary>Number of the act; 0 when it is none.</summary>
    public short Act { get; private set; }

    /// <summary>Where the hash of its body stands in the entry; 0 when it has no body.</summary>
    public int BodyHashAt { get; private set; }

    /// <summary>It has tags the verifier does not know.</summary>
    public bool HasUnknown { get; private set; }

    /// <summary>Takes a field.</summary>
    public void Take(byte tag, ReadOnlySpan<byte> value, int place)
    {
        switch (tag)
        {
            case EntryField.Kind:
                Kind = (EntryKind)value[0];
                break;
            case EntryField.IslemNo:
                IslemNo = BinaryPrimitives.ReadInt64BigEndian(value);
                break;
            case EntryField.RecordedAt:
                RecordedAt = BinaryPrimitives.ReadInt64BigEndian(value);
                break;
            case EntryField.Act:
                Act = BinaryPrimitives.ReadInt16BigEndian(value);
                break;
            case EntryField.BodySha256:
                BodyHashAt = place;
                break;
            default:
                HasUnknown |= EntryForm.Of(tag) is null;
                break;
        }
    }

    /// <summary>Null when everything is there that every row has.</summary>
    public readonly string? WhyIncomplete()
    {
        if (Kind is < EntryKind.Intent or > EntryKind.TokenIssued)
        {
            return $"it is of no known kind ({(byte)Kind})";
        }

        if (!IslemNoText.IsIssuable(IslemNo))
        {
            return "its işlem no can never have been issued";
        }

        if (RecordedAt == 0)
        {
            return "it has no time";
        }

        return Kind is EntryKind.RegistryEvent or EntryKind.PortalEvent or EntryKind.Act && Act == 0 ? "it tells of no act" : null;
    }
}
