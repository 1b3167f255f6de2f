namespace Kps.AuditVerify.Entries;

/// <summary>Sorts of values.</summary>
internal enum FieldKind
{
    /// <summary>A tag of a newer version: passed over.</summary>
    Unknown = 0,

    /// <summary>A number, time or hash of a fixed length.</summary>
    Exact,

    /// <summary>UTF-8, at most so long.</summary>
    Text,

    /// <summary>ASCII letters, digits and <c>.:_-#</c>, at most so long.</summary>
    Word,

    /// <summary>An IPv4 or IPv6 address.</summary>
    Address,

    /// <summary>A list of attempts.</summary>
    Attempts,
}
